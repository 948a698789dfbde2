package smeta.http.query;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Every value of the query has a name that is known here, stands once, can be read, and contradicts no other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = UnderstoodValidator.class)
public @interface Understood {
    String message() default "not understood";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
