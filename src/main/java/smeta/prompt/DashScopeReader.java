package smeta.prompt;

final class DashScopeReader {
    DashScopeReader(Draft draft) {}

    void read(Place body) {
        throw new UnsupportedOperationException();
    }
}
