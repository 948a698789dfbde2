package smeta.http.growth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Loads the program's classes anew, so that they count their steps. */
final class SteppingLoader extends ClassLoader {
    private static final String STEPS = Steps.class.getName().replace('.', '/');

    SteppingLoader() {
        super(SteppingLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("smeta.") || name.equals(Steps.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : stepping(name);
        }
    }

    private Class<?> stepping(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            ClassReader reader = new ClassReader(in);
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new Stepping(writer), 0);
            byte[] bytes = writer.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Stepping extends ClassVisitor {
        Stepping(ClassVisitor to) {
            super(Opcodes.ASM9, to);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new SteppingMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    /** Neither call needs more of the stack, nor another frame. */
    private static final class SteppingMethod extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        SteppingMethod(MethodVisitor to) {
            super(Opcodes.ASM9, to);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            step();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                step();
            }
            super.visitJumpInsn(opcode, label);
        }

        /** What the platform walks through when it is asked whether something is in a list, or makes a copy. */
        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean list = owner.matches("java/util/(List|ArrayList|Collection|LinkedList|ArrayDeque|Deque)");
            boolean asksOne = descriptor.startsWith("(Ljava/lang/Object;)");
            if (list && asksOne && name.matches("contains|indexOf|lastIndexOf|remove")) {
                super.visitInsn(Opcodes.SWAP);
                scan(owner);
                super.visitInsn(Opcodes.SWAP);
            } else if (descriptor.startsWith("(Ljava/util/Collection;)")) {
                scan("java/util/Collection");
            } else if (list && name.matches("hashCode|toArray") && descriptor.startsWith("()")) {
                scan(owner);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        private void step() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, STEPS, "step", "()V", false);
        }

        private void scan(String type) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, STEPS, "scan", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
            super.visitTypeInsn(Opcodes.CHECKCAST, type);
        }
    }
}
