package smeta.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/**
 * Which of AWT's classes the reading of a PDF initialises: they are why the extension {@code quarkus-awt} and the
 * libraries beside the executable belong to a native image (docs/decisions/0005-awt-in-the-native-image.md).
 */
class PdfGeometryTest {
    private static final Pattern INITIALISED = Pattern.compile("Initializing '(java/awt/[^']+)'");

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void the_text_of_a_pdf_needs_awt_and_its_pages_do_not(@TempDir Path folder) throws Exception {
        assertThat(initialised("pages", folder)).isEmpty();
        assertThat(initialised("text", folder))
                .contains("java/awt/geom/AffineTransform", "java/awt/color/ColorSpace", "java/awt/image/BufferedImage");
    }

    private static Set<String> initialised(String what, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve(what + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+init=info:file=" + log,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reading.class.getName(),
                        what)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("Paper[pages=3");
        Set<String> classes = new TreeSet<>();
        Matcher matcher = INITIALISED.matcher(Files.readString(log));
        while (matcher.find()) {
            classes.add(matcher.group(1));
        }
        return classes;
    }

    /** Run in a process of its own, where nothing else has initialised a class. */
    static final class Reading {
        public static void main(String[] what) throws IOException {
            PaperLimits limits = what[0].equals("text") ? PaperLimits.WITH_TEXT : PaperLimits.PAGES_ONLY;
            byte[] pdf = Files.readAllBytes(Path.of("src/test/resources/probe/three-pages.pdf"));
            System.out.println(Probe.of(pdf, "application/pdf", limits).medium());
        }
    }
}
