package smeta.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import smeta.name.WideNames;

/** A wide list without offers. */
final class NoWideList implements WideList, WideList.Rows {
    static final NoWideList NONE = new NoWideList();

    private NoWideList() {}

    @Override
    public String version() {
        return "none";
    }

    @Override
    public Map<String, Source> tables() {
        return Map.of();
    }

    @Override
    public WideNames names() {
        return WideNames.of(new byte[] {'\n'});
    }

    @Override
    public String title(String key) {
        return "";
    }

    @Override
    public Optional<Model> find(String key) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> defects() {
        return Map.of();
    }

    @Override
    public String text() {
        return "\n";
    }

    @Override
    public WideList over(Catalogue own, UnaryOperator<Model> prices) {
        return this;
    }
}
