package smeta.bench;

import java.nio.file.Path;

/** Java with its comments: the JDK's, or else this project's. */
final class JavaCode {
    private JavaCode() {}

    static Corpus corpus() {
        return JdkSources.present()
                .map(jdk -> Corpus.of("java", "java.base of " + jdk.name(), jdk.half(0)))
                .orElseGet(() -> Corpus.of("java", "this project's sources",
                        ProjectFiles.under(Path.of("src"), ".java").stream().map(ProjectFiles::read)));
    }
}
