package smeta.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names that are written as an address: whose address it is, and the model in it. */
final class Paths {
    private record Shape(String start, Pattern pattern, String seller) {
        boolean has(String part) {
            return pattern.pattern().contains("(?<" + part + ">");
        }
    }

    /**
     * What an address says.
     *
     * @param model    with the region before it where the seller's own ids have it there: {@code eu-west-1/…}
     * @param location where the call is processed; null if the address doesn't say, or the model's id does
     */
    record Address(String seller, String model, @Nullable String location) {}

    private final List<Shape> shapes = new ArrayList<>();

    Paths(RuleFile rules) {
        rules.section("paths")
                .forEach((path, seller) ->
                        shapes.add(new Shape(path.substring(0, path.indexOf('{')), pattern(path), seller)));
    }

    private static Pattern pattern(String path) {
        StringBuilder pattern = new StringBuilder();
        for (String part : path.split("(?=\\{)|(?<=\\})")) {
            pattern.append(
                    switch (part) {
                        case "{model}" -> "(?<model>.+)";
                        case "{region}" -> "(?<region>[^/:]*)";
                        case "{location}" -> "(?<location>[^/:]*)";
                        default -> part.startsWith("{") ? "[^/:]*" : Pattern.quote(part);
                    });
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
    }

    Optional<Address> read(String name) {
        for (Shape shape : shapes) {
            if (name.regionMatches(true, 0, shape.start, 0, shape.start.length())) {
                Matcher matcher = shape.pattern.matcher(name);
                if (matcher.matches()) {
                    return Optional.of(address(shape, matcher));
                }
            }
        }
        return Optional.empty();
    }

    private static Address address(Shape shape, Matcher found) {
        String model = found.group("model");
        String region = shape.has("region") ? found.group("region").toLowerCase(Locale.ROOT) : "";
        String location = shape.has("location") ? found.group("location").toLowerCase(Locale.ROOT) : "";
        return new Address(
                shape.seller, region.isEmpty() ? model : region + "/" + model, location.isEmpty() ? null : location);
    }
}
