package smeta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A native image interprets the equality that the compiler gives to a record, so what a map or a set holds writes its own. */
class RecordKeysTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void a_record_that_is_kept_in_a_map_or_a_set_writes_its_equality_out() throws IOException {
        Set<String> keys = new TreeSet<>();
        Set<String> interpreted = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CLASSES.resolve("smeta"))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                String name = CLASSES.relativize(file).toString();
                for (Field field : type(name).getDeclaredFields()) {
                    Class<?> key = key(field.getGenericType());
                    if (key != null && keys.add(key.getName()) && hasMadeEquality(key)) {
                        interpreted.add(key.getName() + ", in "
                                + field.getDeclaringClass().getName() + "." + field.getName());
                    }
                }
            }
        }
        assertThat(keys).contains("smeta.name.Resolver$Asked", "smeta.money.ExchangeRates$Pair");
        assertThat(interpreted).isEmpty();
    }

    @Test
    void the_equality_that_the_compiler_makes_is_told_from_a_written_one() throws IOException {
        assertThat(hasMadeEquality(Made.class)).isTrue();
        assertThat(hasMadeEquality(Written.class)).isFalse();
    }

    record Made(String name) {}

    record Written(String name) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Written that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private static Class<?> type(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'),
                    false,
                    RecordKeysTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The record that is the key of such a map, or in such a set; null if it is none. */
    private static Class<?> key(Type type) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && (Map.class.isAssignableFrom(raw) || Set.class.isAssignableFrom(raw))
                && generic.getActualTypeArguments()[0] instanceof Class<?> key
                && key.isRecord()) {
            return key;
        }
        return null;
    }

    private static boolean hasMadeEquality(Class<?> type) throws IOException {
        boolean[] made = new boolean[1];
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            new ClassReader(in)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        String signature,
                                        String[] exceptions) {
                                    return name.equals("equals") ? new Equality(made) : null;
                                }
                            },
                            0);
        }
        return made[0];
    }

    private static final class Equality extends MethodVisitor {
        private final boolean[] made;

        Equality(boolean[] made) {
            super(Opcodes.ASM9);
            this.made = made;
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            made[0] |= bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods");
        }
    }
}
