package smeta.prompt;

final class AnthropicReader {
    AnthropicReader(Draft draft) {}

    void read(Place body) {
        throw new UnsupportedOperationException();
    }
}
