package smeta.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading a PDF initialises no class of AWT, which a native image lacks (docs/decisions/0005-pdf-text-without-awt.md). */
class PdfGeometryTest {
    private static final Pattern INITIALISED =
            Pattern.compile("Initializing '((java/awt|javax/imageio|sun/awt|sun/java2d|sun/font)/[^']+)'");

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void neither_the_pages_nor_the_text_of_a_pdf_need_awt(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("initialised.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+init=info:file=" + log + ":none:filesize=0",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reading.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("three-pages: Paper[pages=3, text=The quick brown fox")
                .contains("words and lines: Paper[pages=1, text=two words");
        String initialised = Files.readString(log);
        assertThat(initialised)
                .contains("'org/apache/fontbox/type1/Type1Font'", "'org/apache/fontbox/cff/CFFType1Font'");
        Set<String> classes = new TreeSet<>();
        Matcher matcher = INITIALISED.matcher(initialised);
        while (matcher.find()) {
            classes.add(matcher.group(1));
        }
        assertThat(classes).isEmpty();
    }

    /** Run in a process of its own, where nothing else has initialised a class. */
    static final class Reading {
        public static void main(String[] none) {
            read("three-pages", MediaSample.file("three-pages.pdf"));
            PdfSample.all().forEach(Reading::read);
        }

        private static void read(String name, byte[] pdf) {
            System.out.println(name + ": "
                    + Probe.of(pdf, "application/pdf", PaperLimits.WITH_TEXT).medium());
        }
    }
}
