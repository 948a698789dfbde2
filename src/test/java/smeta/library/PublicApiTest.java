package smeta.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is public in the front door is a promise. {@code public-api.txt} lists it; whoever changes it on purpose writes
 * the list anew with {@code -Dapi.refresh=true}, and says so in the changelog.
 */
class PublicApiTest {
    private static final Path LIST = Path.of("src/test/resources/library/public-api.txt");

    @Test
    void nothing_public_changes_unnoticed() throws IOException {
        String now = publicTypes().flatMap(PublicApiTest::lines).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("api.refresh")) {
            Files.writeString(LIST, now);
        }
        assertThat(now).isEqualTo(Files.readString(LIST));
    }

    @Test
    void no_promise_shows_a_type_that_is_none() {
        List<String> shown = publicTypes()
                .flatMap(PublicApiTest::members)
                .flatMap(line -> Arrays.stream(line.split("[^A-Za-z0-9_.$]+")))
                .filter(word -> word.startsWith("smeta.") && !word.startsWith("smeta.library."))
                .toList();
        assertThat(shown).isEmpty();
    }

    private static Stream<Class<?>> publicTypes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("smeta.library").stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::reflect)
                        .sorted(java.util.Comparator.comparing(Class::getName));
    }

    private static Stream<String> lines(Class<?> type) {
        return Stream.concat(
                Stream.of(type.toGenericString()), members(type).sorted().map(member -> "    " + member));
    }

    private static Stream<String> members(Class<?> type) {
        List<String> members = new ArrayList<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            add(constructor, constructor.toGenericString(), members);
        }
        for (Method method : type.getDeclaredMethods()) {
            add(method, method.toGenericString(), members);
        }
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                members.add(field.toGenericString());
            }
        }
        for (Type above : type.getGenericInterfaces()) {
            members.add("is " + above.getTypeName());
        }
        members.add("is " + type.getGenericSuperclass().getTypeName());
        return members.stream();
    }

    private static void add(Executable member, String line, List<String> members) {
        if (Modifier.isPublic(member.getModifiers()) && !member.isSynthetic()) {
            members.add(line);
        }
    }
}
