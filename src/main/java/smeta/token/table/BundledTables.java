package smeta.token.table;

/**
 * The tables of the vocabularies that ship. Each is read when its class is initialised: on the JVM when it is first asked
 * for, in a native image when that is built. The image then has the tables themselves and not their files, nothing is
 * read or copied, and what nobody looks up is never brought into memory. The two old vocabularies, which hardly anybody
 * asks for, stay files there, half as large as their tables.
 */
public final class BundledTables {
    private BundledTables() {}

    /** @param name of a vocabulary that ships */
    public static VocabularyTables of(String name) {
        return switch (name) {
            case "o200k_base" -> O200k.TABLES;
            case "cl100k_base" -> Cl100k.TABLES;
            case "qwen" -> Qwen.TABLES;
            default -> read(name);
        };
    }

    private static VocabularyTables read(String name) {
        return VocabularyFile.read("/vocabulary/" + name + ".bin");
    }

    private static final class O200k {
        static final VocabularyTables TABLES = read("o200k_base");
    }

    private static final class Cl100k {
        static final VocabularyTables TABLES = read("cl100k_base");
    }

    private static final class Qwen {
        static final VocabularyTables TABLES = read("qwen");
    }
}
