package smeta.prompt;

final class ResponsesReader {
    ResponsesReader(Draft draft) {}

    void read(Place body) {
        throw new UnsupportedOperationException();
    }
}
