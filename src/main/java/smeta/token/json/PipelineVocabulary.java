package smeta.token.json;

import java.nio.charset.StandardCharsets;
import smeta.token.Text;
import smeta.token.Tokens;
import smeta.token.Vocabulary;
import smeta.token.merge.BytePairVocabulary;
import smeta.token.normalize.TextChange;

/**
 * A vocabulary whose texts are changed as its file says, or cut by {@code java.util.regex}, since no splitter of ours
 * does the same; the merging is the same.
 */
final class PipelineVocabulary implements Vocabulary {
    private final BytePairVocabulary merging;
    private final Pipeline pipeline;

    PipelineVocabulary(BytePairVocabulary merging, Pipeline pipeline) {
        this.merging = merging;
        this.pipeline = pipeline;
    }

    @Override
    public String name() {
        return merging.name();
    }

    @Override
    public long tokens(Text text) {
        return countUpTo(text, Long.MAX_VALUE);
    }

    @Override
    public long countUpTo(Text text, long limit) {
        String changed = changed(text);
        byte[] utf8 = changed.getBytes(StandardCharsets.UTF_8);
        long least = utf8.length / merging.longest();
        return least > limit ? least : merging.count(utf8, pipeline.splitter(changed, utf8), limit);
    }

    @Override
    public Tokens encode(Text text) {
        String changed = changed(text);
        byte[] utf8 = changed.getBytes(StandardCharsets.UTF_8);
        return TextChange.original(merging.encode(utf8, pipeline.splitter(changed, utf8)), pipeline.changes(), text);
    }

    private String changed(Text text) {
        return pipeline.change(Text.wellFormed(text.value()));
    }
}
