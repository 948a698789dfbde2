package smeta.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Python: the library of the machine's {@code python3}, or else functions made of English words. */
final class PythonCode {
    /** What other people installed, what is a table rather than code, and the tests, which are half of the library. */
    private static final Pattern SKIPPED =
            Pattern.compile("/(site-packages|dist-packages|encodings|pydoc_data|tests?|idle_test)/");

    private PythonCode() {}

    static Corpus corpus() {
        return library().map(PythonCode::of).orElseGet(PythonCode::made);
    }

    private static Corpus of(Path library) {
        List<Path> files = new ArrayList<>(ProjectFiles.under(library, ".py"));
        files.removeIf(file -> SKIPPED.matcher("/" + library.relativize(file)).find());
        Collections.shuffle(files, new Random(Corpora.SEED));
        return Corpus.of("python", "library of " + library.getFileName(), files.stream().map(PythonCode::read));
    }

    private static Optional<Path> library() {
        try {
            String program = "import sysconfig; print(sysconfig.get_path('stdlib'))";
            Process python = new ProcessBuilder("python3", "-c", program).start();
            String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return Optional.of(Path.of(printed)).filter(path -> path.isAbsolute() && Files.isDirectory(path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What isn't UTF-8 becomes U+FFFD, since a few files of the library are in other charsets. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Corpus made() {
        Random random = new Random(Corpora.SEED);
        List<String> words = Pattern.compile("[^A-Za-z]+").splitAsStream(English.corpus().text())
                .map(word -> word.toLowerCase(Locale.ROOT)).filter(word -> word.length() > 2).toList();
        return Corpus.of("python", "made of English words", Stream.generate(() -> function(random, words)));
    }

    private static String function(Random random, List<String> words) {
        List<String> names = random.ints(5, 0, words.size()).mapToObj(words::get).toList();
        return """
                def %s_%s(self, %s=%d):
                    # %s %s
                    if %s is not None:
                        return [x ** 2 for x in self.%s[%d:]]

                """.formatted(names.get(0), names.get(1), names.get(2), random.nextInt(1000), names.get(3),
                names.get(4), names.get(2), names.get(3), random.nextInt(9));
    }
}
