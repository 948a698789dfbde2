package smeta.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A native image has no other file of the class path than those that application.properties lists. What a static
 * initialiser reads isn't needed there: it ran when the image was built, but for the rooms that are initialised anew.
 */
class ResourcesTest {
    private static final String LISTED = "quarkus.native.resources.includes";

    private static final String REMOVED = "quarkus.class-loading.removed-resources.\"org.webjars.npm:chart.js\"";

    /** The packages of {@code quarkus.native.additional-build-args}. */
    private static final List<String> INITIALISED_AT_RUN_TIME =
            List.of("smeta.probe.", "org.apache.pdfbox.", "org.apache.fontbox.");

    @Test
    void every_file_of_the_class_path_that_is_read_is_listed_for_the_native_image() throws Exception {
        Set<String> opened;
        Set<String> made;
        try (Watched watched = new Watched(classPath())) {
            Class<?> program = Class.forName(Everything.class.getName(), true, watched);
            program.getMethod("main", String[].class).invoke(null, (Object) pdfs());
            opened = watched.opened;
            made = watched.made;
        }
        List<PathMatcher> listed = listed();

        assertThat(opened)
                .as("what was opened")
                .anyMatch(name -> name.startsWith("catalogue/"))
                .contains("vocabulary/p50k_base.bin", "vocabulary/r50k_base.bin")
                .anyMatch(name -> name.startsWith("estimates/"))
                .anyMatch(name -> name.startsWith("org/apache/pdfbox/"));
        assertThat(opened).as(LISTED).allMatch(name -> listed.stream().anyMatch(m -> m.matches(Path.of(name))));
        assertThat(made)
                .as("what static initialisers read")
                .contains(
                        "vocabulary/o200k_base.bin",
                        "vocabulary/cl100k_base.bin",
                        "vocabulary/qwen.bin",
                        "catalogue/models.bin",
                        "wide/offers.tsv",
                        "wide/names.bin",
                        "smeta/prompt/fields.tsv");
        made.removeAll(opened);
        assertThat(made)
                .as("needless in " + LISTED)
                .noneMatch(name -> listed.stream().anyMatch(m -> m.matches(Path.of(name))));
    }

    /** The page loads its chart from the webjar, whose other files aren't packaged. */
    @Test
    void what_the_page_asks_for_of_its_chart_library_is_not_removed() throws IOException {
        List<String> removed = List.of(setting(REMOVED));
        Matcher chart = Pattern.compile("'/(webjars/chart.js/\\S+)'")
                .matcher(Files.readString(Path.of("src/main/resources/META-INF/resources/app/chart.js")));
        assertThat(chart.find()).isTrue();
        String library = "META-INF/resources/" + chart.group(1);

        assertThat(ResourcesTest.class.getResource("/" + library)).isNotNull();
        assertThat(removed).contains(library + ".map").doesNotContain(library);
        assertThat(removed)
                .as("an upgrade of Chart.js changes the names")
                .allMatch(name -> ResourcesTest.class.getResource("/" + name) != null);
    }

    private static List<PathMatcher> listed() throws IOException {
        return Arrays.stream(setting(LISTED))
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob.strip()))
                .toList();
    }

    private static String[] setting(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ResourcesTest.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        return properties.getProperty(name).split(",");
    }

    private static String[] pdfs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/probe"))) {
            return files.map(Path::toString)
                    .filter(f -> f.endsWith(".pdf"))
                    .sorted()
                    .toArray(String[]::new);
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** Loads every class anew, and remembers which files they find. */
    private static final class Watched extends URLClassLoader {
        private final Set<String> opened = new TreeSet<>();
        /** What was read while a class was initialised that a native image has initialised already. */
        private final Set<String> made = new TreeSet<>();

        Watched(URL[] urls) {
            super(urls, ClassLoader.getPlatformClassLoader());
        }

        @Override
        public @Nullable URL findResource(String name) {
            URL found = super.findResource(name);
            // what service loaders ask for is found by the native image's own analysis
            if (found != null && !name.endsWith(".class") && !name.startsWith("META-INF/")) {
                (isWhileInitialising() ? made : opened).add(name);
            }
            return found;
        }

        private static boolean isWhileInitialising() {
            return Arrays.stream(Thread.currentThread().getStackTrace())
                    .filter(frame -> frame.getMethodName().equals("<clinit>"))
                    .map(StackTraceElement::getClassName)
                    .anyMatch(name -> name.startsWith("smeta.")
                            && INITIALISED_AT_RUN_TIME.stream().noneMatch(name::startsWith));
        }
    }
}
