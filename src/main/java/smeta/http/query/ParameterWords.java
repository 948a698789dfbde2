package smeta.http.query;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.Problem;

/** The words of a bean of parameters: what each is called, how it is read, and what is said of a bad value. */
final class ParameterWords {
    private static final Map<Class<?>, ParameterWords> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, Word> words = new LinkedHashMap<>();

    /** @param path of fields from the bean to the value */
    private record Word(
            String name,
            List<Field> path,
            Reading<?> reading,
            boolean repeated,
            boolean bounded,
            String expected,
            String example) {
        Stream<String> texts(List<String> values) {
            Stream<String> texts = repeated
                    ? values.stream().flatMap(v -> Arrays.stream(v.split(",")))
                    : values.stream().limit(1);
            return texts.map(String::strip).filter(text -> !text.isEmpty());
        }

        Problem.Error unreadable(String text) {
            return new Problem.Error(
                    name,
                    "“" + name + "” is “" + shortened(text) + "”, but " + expected + " was expected.",
                    "for example " + name + "=" + example);
        }
    }

    private ParameterWords(Class<?> bean) {
        add(bean, List.of());
    }

    static ParameterWords of(Class<?> bean) {
        return KNOWN.computeIfAbsent(bean, ParameterWords::new);
    }

    private void add(Class<?> bean, List<Field> path) {
        if (bean.getSuperclass() != Object.class) {
            add(bean.getSuperclass(), path);
        }
        for (Field field : bean.getDeclaredFields()) {
            List<Field> way = Stream.concat(path.stream(), Stream.of(field)).toList();
            if (field.isAnnotationPresent(BeanParam.class)) {
                add(field.getType(), way);
            } else if (field.isAnnotationPresent(QueryParam.class)) {
                Word word = word(field, way);
                words.put(word.name(), word);
            }
        }
    }

    /** Whether Bean Validation has anything to say of one of these: it lets pass what isn't given. */
    boolean anyBounded(Set<String> names) {
        for (String name : names) {
            Word word = words.get(name);
            if (word != null && word.bounded()) {
                return true;
            }
        }
        return false;
    }

    private static Word word(Field field, List<Field> path) {
        boolean repeated = field.getType() == List.class;
        Class<?> type = repeated
                ? (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]
                : field.getType();
        Reading<?> reading = Readings.of(type);
        if (reading == null) {
            throw new IllegalStateException("no reading for " + field);
        }
        Parameter documented = field.getAnnotation(Parameter.class);
        String example = documented == null || documented.example().isEmpty() ? "…" : documented.example();
        AnnotatedElement bounded = repeated
                ? ((AnnotatedParameterizedType) field.getAnnotatedType()).getAnnotatedActualTypeArguments()[0]
                : field;
        Min least = bounded.getAnnotation(Min.class);
        Max most = bounded.getAnnotation(Max.class);
        Pattern pattern = field.getAnnotation(Pattern.class);
        String expected =
                pattern != null ? pattern.message() : reading.expected().replace("{}", example);
        if (least != null && most != null) {
            expected += " from " + least.value() + " to " + most.value();
        }
        return new Word(
                field.getAnnotation(QueryParam.class).value(),
                path,
                reading,
                repeated,
                isBounded(field) || isBounded(bounded),
                expected,
                example);
    }

    private static boolean isBounded(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(one -> one.annotationType().isAnnotationPresent(Constraint.class));
    }

    /** Everything that is wrong with values one by one: their names, how often they stand, whether they can be read. */
    List<Problem.Error> errors(MultivaluedMap<String, String> values) {
        List<Problem.Error> errors = new ArrayList<>();
        words.forEach((name, word) -> {
            List<String> all = values.get(name);
            if (all != null) {
                errors(word, all, errors);
            }
        });
        for (String name : values.keySet()) {
            if (!words.containsKey(name)) {
                errors.add(new Problem.Error(
                        name,
                        "There is no query value “" + shortened(name) + "” here.",
                        words.isEmpty()
                                ? "leave it out: no query values are expected"
                                : "expected are " + String.join(", ", new TreeSet<>(words.keySet()))));
            }
        }
        return errors;
    }

    private static void errors(Word word, List<String> all, List<Problem.Error> errors) {
        String name = word.name();
        if (!word.repeated() && all.size() > 1) {
            errors.add(new Problem.Error(
                    name, "“" + name + "” stands " + all.size() + " times; it was expected once.", "keep one"));
        }
        for (String value : word.repeated() ? all : all.subList(0, Math.min(1, all.size()))) {
            if (value.isBlank()) {
                errors.add(new Problem.Error(name, "“" + name + "” has no value.", "give it one, or leave it out"));
            }
        }
        word.texts(all)
                .filter(text -> word.reading().orNull(text) == null)
                .map(word::unreadable)
                .forEach(errors::add);
    }

    /** What is said of a value that could be read but is out of bounds. */
    Problem.Error outOfBounds(String field, @Nullable Object value) {
        return words.values().stream()
                .filter(w -> w.path().get(w.path().size() - 1).getName().equals(field))
                .findFirst()
                .orElseThrow()
                .unreadable(String.valueOf(value));
    }

    /** Where errors of that parameter stand among others. */
    int place(String name) {
        int place = new ArrayList<>(words.keySet()).indexOf(name);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /** Fills a bean with values that don't come in a query. What can't be read is left out. */
    <T extends QueryParameters> T fill(T bean, MultivaluedMap<String, String> values) {
        bean.given = values;
        words.forEach((name, word) -> {
            List<String> all = values.get(name);
            if (all != null) {
                List<?> read = word.texts(all)
                        .map(word.reading()::orNull)
                        .filter(v -> v != null)
                        .toList();
                set(bean, word.path(), word.repeated() ? read : read.isEmpty() ? null : read.get(0));
            }
        });
        return bean;
    }

    private static void set(Object bean, List<Field> path, @Nullable Object value) {
        try {
            Object holder = bean;
            for (Field field : path.subList(0, path.size() - 1)) {
                holder = field.get(holder);
            }
            path.get(path.size() - 1).set(holder, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
