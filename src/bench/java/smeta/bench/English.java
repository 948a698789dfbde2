package smeta.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** English prose: this repository's documents without code and tables, then the comments of the JDK's sources. */
final class English {
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern FENCED = Pattern.compile("^```.*?^```\\n", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern ROW_OR_MARKUP = Pattern.compile("^[|<].*\\n|<[^>]*>", Pattern.MULTILINE);
    private static final int PROSE = 200;

    private English() {}

    static Corpus corpus() {
        return JdkSources.present()
                .map(jdk -> of("this project's documents, documentation in java.base of " + jdk.name(), jdk.half(1)))
                .orElseGet(() -> of("this project's documents and comments",
                        ProjectFiles.under(Path.of("src"), ".java").stream().map(ProjectFiles::read)));
    }

    private static Corpus of(String source, Stream<String> code) {
        return Corpus.of("english", source, Stream.concat(documents(), code.flatMap(English::documentation)));
    }

    /** Sentences of the corpus, for texts that are made of real ones. */
    static List<String> sentences() {
        return Pattern.compile("(?<=[.!?])\\s+").splitAsStream(corpus().text())
                .map(sentence -> sentence.replaceAll("\\s+", " ").strip())
                .filter(sentence -> sentence.length() > 20 && sentence.length() < 400)
                .toList();
    }

    private static Stream<String> documents() {
        return Stream.concat(Stream.of(Path.of("README.md")), ProjectFiles.under(Path.of("docs"), ".md").stream())
                .map(ProjectFiles::read)
                .map(text -> ROW_OR_MARKUP.matcher(FENCED.matcher(text).replaceAll("")).replaceAll(""));
    }

    /** The comments that are long enough to be prose, as text: without asterisks, block tags and markup. */
    private static Stream<String> documentation(String source) {
        return COMMENT.matcher(source).results().map(MatchResult::group).map(English::prose)
                .filter(text -> text.length() > PROSE)
                .map(text -> text + "\n\n");
    }

    private static String prose(String comment) {
        return comment.replaceAll("(?m)^/\\*\\*|\\*/$|^[ \\t]*\\* ?", "")
                .replaceAll("(?s)\\n\\s*@[a-z].*", "")
                .replaceAll("(?s)<pre.*?</pre>|\\{@snippet.*?\\n *}", "")
                .replaceAll("</?[A-Za-z][^>]*>", "")
                .replaceAll("\\{@\\w+\\s+([^{}]*)}", "$1")
                .replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
