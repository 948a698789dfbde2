package smeta.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {
    private static final Resolver RESOLVER = Offers.resolver();

    static Stream<Arguments> spellings() {
        return Offers.rows("spellings").stream().map(row -> Arguments.of(row[0], row[1], row[2], row[3]));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void a_spelling_means_the_offer_that_its_source_says(String asked, String seller, String model, String by) {
        Resolution found = RESOLVER.resolve(asked, seller.isEmpty() ? null : seller);
        assertThat(found).isInstanceOfSatisfying(Resolution.Listed.class, listed -> {
            assertThat(listed.model()).isEqualTo(model);
            assertThat(String.join(" ", listed.by())).isEqualTo(by);
        });
    }

    @Test
    void names_mean_the_same_when_they_come_again_with_and_without_a_seller_and_after_many_others() {
        List<Object[]> first = resolved();
        for (int i = 0; i < 3000; i++) {
            String spaces = " ".repeat(i % 250);
            assertThat(RESOLVER.resolve(spaces + "gpt-4o" + " ".repeat(i / 250)))
                    .isInstanceOfSatisfying(
                            Resolution.Listed.class,
                            listed -> assertThat(listed.model()).isEqualTo("openai/gpt-4o"));
        }
        assertThat(resolved()).usingRecursiveComparison().isEqualTo(first);
    }

    private static List<Object[]> resolved() {
        return Offers.rows("spellings").stream()
                .map(row -> new Object[] {
                    RESOLVER.resolve(row[0], row[1].isEmpty() ? null : row[1]), RESOLVER.resolve(row[0])
                })
                .toList();
    }

    static Stream<Arguments> unpriced() {
        return Offers.rows("unpriced").stream().map(row -> Arguments.of(row[0], row[1], row[2], row[3], row[4]));
    }

    @ParameterizedTest
    @MethodSource("unpriced")
    void what_no_seller_lists_has_a_vocabulary_and_no_price(
            String asked, String seller, String like, String family, String by) {
        assertThat(RESOLVER.resolve(asked)).isInstanceOfSatisfying(Resolution.Unpriced.class, found -> {
            assertThat(found.seller()).isEqualTo(seller);
            assertThat(found.like()).isEqualTo(like);
            assertThat(found.family() == null ? "" : found.family()).isEqualTo(family);
            assertThat(String.join(" ", found.by())).isEqualTo(by);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama",
                "claude",
                "my-deployment-42",
                "",
                "   ",
                "/",
                ":",
                "gpt",
                "foo/gpt-4o",
                "azure/",
                "azure/chat-prod",
                "ft:",
                "gpt-4.7",
                "gpt-4oo",
                "gemini-2.5-flush",
                "claude-sonnet-4-55",
                "arn:aws:bedrock:us-east-1:1:application-inference-profile/x9",
                "models/"
            })
    void what_nobody_sells_is_unknown(String asked) {
        assertThat(RESOLVER.resolve(asked)).isInstanceOf(Resolution.Unknown.class);
    }

    @Test
    void an_unknown_name_is_answered_with_what_it_may_have_meant() {
        assertThat(RESOLVER.suggestions("gtp-4o", 1)).containsExactly("openai/gpt-4o");
        assertThat(RESOLVER.suggestions("llama", 5)).isNotEmpty().allMatch(key -> key.contains("lama"));
        assertThat(RESOLVER.suggestions("claude", 5)).isNotEmpty().allMatch(key -> key.contains("claude"));
        assertThat(RESOLVER.suggestions("my-deployment-42", 5)).isEmpty();
        assertThat(RESOLVER.suggestions("x".repeat(5_000), 5)).isEmpty();
    }

    @Test
    void the_other_sellers_of_the_same_model_are_told() {
        assertThat(RESOLVER.others(RESOLVER.resolve("anthropic/claude-sonnet-4.5")))
                .containsExactlyInAnyOrder(
                        "routerai/anthropic/claude-sonnet-4.5",
                        "bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0",
                        "databricks/databricks-claude-sonnet-4-5");
        assertThat(RESOLVER.others(RESOLVER.resolve("gpt-4o")))
                .containsExactlyInAnyOrder("azure/gpt-4o", "openrouter/openai/gpt-4o");
        assertThat(RESOLVER.others(RESOLVER.resolve("openai/gpt-oss-120b")))
                .contains("cerebras/gpt-oss-120b", "groq/openai/gpt-oss-120b");
    }

    @Test
    void an_offers_own_key_means_that_offer() {
        for (ListedName offer : Offers.ALL) {
            assertThat(RESOLVER.resolve(offer.key()))
                    .isEqualTo(new Resolution.Listed(offer.key(), offer.key(), List.of()));
        }
    }

    @Test
    void case_spaces_and_separators_do_not_matter_unless_two_offers_differ_by_them_alone() {
        Random random = new Random(20_261_128);
        for (ListedName offer : Offers.ALL) {
            if (offer.seller().equals("siliconflow")) {
                continue;
            }
            String other = offer.seller() + "/" + spelled(offer.id(), random);
            for (String spaced : List.of(other, " " + other + "\t")) {
                assertThat(RESOLVER.resolve(spaced))
                        .as(spaced)
                        .isInstanceOfSatisfying(
                                Resolution.Listed.class,
                                found -> assertThat(found.model()).isEqualTo(offer.key()));
            }
        }
    }

    private static String spelled(String id, Random random) {
        StringBuilder text = new StringBuilder();
        for (char c : id.toCharArray()) {
            if (c == '-' || c == '_' || c == '.') {
                text.append("-_.".charAt(random.nextInt(3)));
            } else {
                text.append(random.nextBoolean() ? Character.toUpperCase(c) : c);
            }
        }
        return text.toString();
    }

    @Test
    void no_text_makes_it_throw_and_what_is_found_means_itself() {
        Random random = new Random(7);
        List<String> pieces = new ArrayList<>(List.of(
                "/",
                ":",
                "@",
                "-",
                ".",
                "ft:",
                "models/",
                "gpt://",
                "arn:aws:bedrock:",
                "us.",
                "azure",
                "\u0000",
                "\uD800",
                "é",
                "𝔊",
                " ",
                "-v1:0",
                "latest",
                ":free",
                "~",
                "{model}",
                "\\E",
                "null",
                "٣"));
        Offers.ALL.forEach(offer -> pieces.addAll(List.of(offer.key(), offer.id(), offer.seller())));
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String asked = text.toString();
            String seller = random.nextBoolean() ? null : pieces.get(random.nextInt(pieces.size()));
            Resolution found = RESOLVER.resolve(asked, seller);
            assertThat(found).isEqualTo(RESOLVER.resolve(asked, seller));
            if (found instanceof Resolution.Listed listed) {
                assertThat(RESOLVER.resolve(listed.model()))
                        .isEqualTo(new Resolution.Listed(listed.model(), listed.model(), List.of()));
            }
            RESOLVER.others(found);
            RESOLVER.suggestions(asked, 3);
        }
    }

    @Test
    void the_order_of_the_offers_does_not_matter() {
        List<ListedName> turned = new ArrayList<>(Offers.MAIN);
        java.util.Collections.reverse(turned);
        Resolver other = Resolver.over(NameIndex.of(turned), () -> Offers.wide(Offers.WIDE));
        for (String[] row : Offers.rows("spellings")) {
            assertThat(other.resolve(row[0])).isEqualTo(RESOLVER.resolve(row[0]));
            assertThat(other.others(other.resolve(row[0]))).isEqualTo(RESOLVER.others(RESOLVER.resolve(row[0])));
        }
    }
}
