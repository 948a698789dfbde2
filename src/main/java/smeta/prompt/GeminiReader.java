package smeta.prompt;

final class GeminiReader {
    GeminiReader(Draft draft) {}

    void read(Place body) {
        throw new UnsupportedOperationException();
    }
}
