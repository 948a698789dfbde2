package smeta.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that are written as an address: whose address it is, and the model in it. */
final class Paths {
    private record Shape(String start, Pattern pattern, String seller) {}

    /** What an address says. */
    record Address(String seller, String model) {}

    private final List<Shape> shapes = new ArrayList<>();

    Paths(RuleFile rules) {
        rules.section("paths")
                .forEach((path, seller) ->
                        shapes.add(new Shape(path.substring(0, path.indexOf('{')), pattern(path), seller)));
    }

    private static Pattern pattern(String path) {
        StringBuilder pattern = new StringBuilder();
        for (String part : path.split("(?=\\{)|(?<=\\})")) {
            pattern.append(part.equals("{model}") ? "(.+)" : part.startsWith("{") ? "[^/:]*" : Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
    }

    Optional<Address> read(String name) {
        for (Shape shape : shapes) {
            if (name.regionMatches(true, 0, shape.start, 0, shape.start.length())) {
                Matcher matcher = shape.pattern.matcher(name);
                if (matcher.matches()) {
                    return Optional.of(new Address(shape.seller, matcher.group(1)));
                }
            }
        }
        return Optional.empty();
    }
}
