package smeta.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The sources of java.base's package java, where this JDK or one installed beside it has its {@code src.zip}. */
record JdkSources(Path zip) {
    static Optional<JdkSources> present() {
        Path home = Path.of(System.getProperty("java.home"));
        try (Stream<Path> beside = Files.list(home.getParent())) {
            return Stream.concat(Stream.of(home), beside.sorted())
                    .map(each -> each.resolve("lib/src.zip"))
                    .filter(Files::isRegularFile)
                    .map(JdkSources::new)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Half of the files in a shuffled order: every second from that one on, without the licence at the beginning. */
    Stream<String> half(int first) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<String> names = new ArrayList<>(file.stream().map(ZipEntry::getName)
                    .filter(name -> name.startsWith("java.base/java/") && name.endsWith(".java")).sorted().toList());
            Collections.shuffle(names, new Random(Corpora.SEED));
            List<String> texts = new ArrayList<>();
            int length = 0;
            for (int i = first; i < names.size() && length < 8 * Corpus.LENGTH; i += 2) {
                byte[] bytes = file.getInputStream(file.getEntry(names.get(i))).readAllBytes();
                String text = new String(bytes, StandardCharsets.UTF_8);
                texts.add(text.substring(Math.max(0, text.indexOf("\npackage ") + 1)));
                length += text.length();
            }
            return texts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which JDK's they are. */
    String name() {
        return zip.getParent().getParent().getFileName().toString();
    }
}
