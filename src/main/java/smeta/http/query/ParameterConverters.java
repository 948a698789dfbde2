package smeta.http.query;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Converts parameters to their types. What can't be read is null at first: {@link Understood} then reports it together
 * with everything else that is wrong.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Reading<T> reading = (Reading<T>) Readings.of(type);
        return reading == null ? null : new Lenient<>(reading);
    }

    private record Lenient<T>(Reading<T> reading) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            return text == null ? null : reading.orNull(text);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
