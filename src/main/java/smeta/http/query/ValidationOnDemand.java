package smeta.http.query;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.Unremovable;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ImageMode;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.validation.ClockProvider;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ParameterNameProvider;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.BeanDescriptor;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.validator.HibernateValidatorContext;
import org.hibernate.validator.HibernateValidatorFactory;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;
import org.hibernate.validator.spi.properties.GetterPropertySelectionStrategy;
import org.hibernate.validator.spi.scripting.ScriptEvaluatorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Bean Validation that reads the constraints of all beans when a request first needs one of them, not at each start, where
 * that takes a quarter of the time. The extension's own factory does the work. A native image reads them while it is built.
 */
@Unremovable
@IfBuildProfile("prod")
@Alternative
@Priority(1)
@Singleton
public class ValidationOnDemand implements HibernateValidatorFactory {
    private @Nullable HibernateValidatorFactory made;

    public ValidationOnDemand() {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            made = extensions();
        }
    }

    private synchronized HibernateValidatorFactory own() {
        if (made == null) {
            made = extensions();
        }
        return made;
    }

    private static HibernateValidatorFactory extensions() {
        ArcContainer container = Arc.container();
        return container.beanManager().getBeans(HibernateValidatorFactory.class).stream()
                .map(bean -> (InjectableBean<?>) bean)
                .filter(bean -> bean.getKind() == InjectableBean.Kind.SYNTHETIC)
                .map(bean ->
                        (HibernateValidatorFactory) container.instance(bean).get())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The extension of Hibernate Validator makes no factory."));
    }

    @Override
    public Validator getValidator() {
        return new OnDemand(this::own);
    }

    @Override
    public HibernateValidatorContext usingContext() {
        return own().usingContext();
    }

    @Override
    public MessageInterpolator getMessageInterpolator() {
        return own().getMessageInterpolator();
    }

    @Override
    public TraversableResolver getTraversableResolver() {
        return own().getTraversableResolver();
    }

    @Override
    public ConstraintValidatorFactory getConstraintValidatorFactory() {
        return own().getConstraintValidatorFactory();
    }

    @Override
    public ParameterNameProvider getParameterNameProvider() {
        return own().getParameterNameProvider();
    }

    @Override
    public ClockProvider getClockProvider() {
        return own().getClockProvider();
    }

    @Override
    public ScriptEvaluatorFactory getScriptEvaluatorFactory() {
        return own().getScriptEvaluatorFactory();
    }

    @Override
    public Duration getTemporalValidationTolerance() {
        return own().getTemporalValidationTolerance();
    }

    @Override
    public GetterPropertySelectionStrategy getGetterPropertySelectionStrategy() {
        return own().getGetterPropertySelectionStrategy();
    }

    @Override
    public PropertyNodeNameProvider getPropertyNodeNameProvider() {
        return own().getPropertyNodeNameProvider();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return own().unwrap(type);
    }

    /** The extension closes its own. */
    @Override
    public void close() {}

    /** Asks the extension's factory for its validator when something is to be validated. */
    private record OnDemand(Supplier<HibernateValidatorFactory> factory) implements Validator {
        private Validator own() {
            return factory.get().getValidator();
        }

        @Override
        public <T> Set<ConstraintViolation<T>> validate(T object, Class<?>... groups) {
            return own().validate(object, groups);
        }

        @Override
        public <T> Set<ConstraintViolation<T>> validateProperty(T object, String property, Class<?>... groups) {
            return own().validateProperty(object, property, groups);
        }

        @Override
        public <T> Set<ConstraintViolation<T>> validateValue(
                Class<T> type, String property, Object value, Class<?>... groups) {
            return own().validateValue(type, property, value, groups);
        }

        @Override
        public BeanDescriptor getConstraintsForClass(Class<?> type) {
            return own().getConstraintsForClass(type);
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return own().unwrap(type);
        }

        @Override
        public ExecutableValidator forExecutables() {
            return own().forExecutables();
        }
    }
}
