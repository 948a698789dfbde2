package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.ServiceTier;
import smeta.price.Terms;
import smeta.usage.Convention;
import smeta.usage.ReportedUsage;

/**
 * Which of a card's prices a usage is billed by. What the vendor says it served wins over what was asked for, and a note
 * says where they differ.
 *
 * @param place    null for anywhere
 * @param variant  null for the card's base
 * @param others   variants that it may be instead
 * @param orServed service tiers that it may be instead
 */
record ServedPrice(
        ServiceTier tier,
        @Nullable String place,
        @Nullable String variant,
        List<String> others,
        List<ServiceTier> orServed) {
    /** How vendors spell the standard tier. */
    private static final Set<String> STANDARD =
            Set.of("standard", "default", "auto", "standard_only", "on_demand", "unspecified");
    /** Rented capacity: its calls have no price of their own. */
    private static final Set<String> RENTED = Set.of("provisioned_throughput", "scale", "reserved");

    private static final String SEARCH = "search ";

    static ServedPrice of(
            @Nullable Model model, RateCard card, ReportedUsage used, UsagePricer.Asked asked, Set<Note> notes) {
        ServiceTier tier = tier(used, asked, notes);
        if (tier != ServiceTier.STANDARD && !card.services().containsKey(tier)) {
            throw new Impossible(
                    "tier_not_priced",
                    "No price is published for the service tier “" + tier.wireName() + "” here.",
                    "tier=standard gives the standard price of a usage that names no tier");
        }
        List<ServiceTier> orServed = isUnknown(used) ? tiers(card) : List.of();
        String place = place(card, used, asked, notes);
        if (asked.variant() != null) {
            return new ServedPrice(tier, place, asked.variant(), List.of(), orServed);
        }
        List<String> searches = card.variants().keySet().stream()
                .filter(name -> name.startsWith(SEARCH))
                .sorted()
                .toList();
        String said = used.served().searchDepth();
        String depth = said == null && model != null && model.searches() != null
                ? model.searches().depth()
                : said;
        if (depth != null && searches.contains(SEARCH + depth.toLowerCase(Locale.ROOT))) {
            return new ServedPrice(tier, place, SEARCH + depth.toLowerCase(Locale.ROOT), List.of(), orServed);
        }
        if (!searches.isEmpty()) {
            notes.add(new Note(
                    "search_depth_not_known",
                    "The fee goes by the depth of the search; the bounds cover every depth."));
        }
        return new ServedPrice(tier, place, null, searches, orServed);
    }

    Terms terms(UsagePricer.Asked asked) {
        return new Terms(tier, asked.timeKnown() ? asked.moment() : null, place, variant, others, orServed);
    }

    private static boolean isUnknown(ReportedUsage used) {
        String reported = used.serviceTier() == null ? null : used.serviceTier().toLowerCase(Locale.ROOT);
        return reported != null
                && !STANDARD.contains(reported)
                && ServiceTier.named(reported).isEmpty();
    }

    private static List<ServiceTier> tiers(RateCard card) {
        List<ServiceTier> tiers = new ArrayList<>(card.services().keySet());
        tiers.add(ServiceTier.STANDARD);
        return tiers;
    }

    private static ServiceTier tier(ReportedUsage used, UsagePricer.Asked asked, Set<Note> notes) {
        String reported = used.serviceTier() == null ? null : used.serviceTier().toLowerCase(Locale.ROOT);
        ServiceTier wanted = asked.tier() == null ? ServiceTier.STANDARD : asked.tier();
        if (reported == null) {
            return wanted;
        }
        if (RENTED.contains(reported)) {
            throw new Impossible(
                    "not_billed_by_token",
                    "The call ran on rented capacity (“" + reported + "”), which isn't billed by the token.",
                    "leave such calls out, or bill the capacity itself");
        }
        ServiceTier served = STANDARD.contains(reported)
                ? ServiceTier.STANDARD
                : ServiceTier.named(reported).orElse(null);
        if (served == null) {
            notes.add(new Note(
                            "unknown_service_tier",
                            "The usage names a service tier that is not known here; “{tier}” is likely, and the bounds cover"
                                    + " every tier that is sold.")
                    .with("tier", wanted.wireName()));
            return wanted;
        }
        if (wanted == ServiceTier.BATCH && served == ServiceTier.STANDARD && !tellsBatches(used.convention())) {
            return wanted;
        }
        if (asked.tier() != null && served != wanted) {
            notes.add(new Note(
                            "served_otherwise",
                            "“{asked}” was asked for and “{served}” was served, by which it is billed.")
                    .with("asked", wanted.wireName())
                    .with("served", served.wireName()));
        }
        return served;
    }

    /** Anthropic says of a batch's answers that they were one; others report the standard tier. */
    private static boolean tellsBatches(Convention convention) {
        return convention == Convention.ANTHROPIC;
    }

    private static @Nullable String place(RateCard card, ReportedUsage used, UsagePricer.Asked asked, Set<Note> notes) {
        String served = used.served().place();
        if (served == null) {
            return asked.residency();
        }
        if (asked.residency() != null && !served.equals(asked.residency())) {
            notes.add(new Note(
                            "served_elsewhere",
                            "“{asked}” was asked for and “{served}” was served, by which it is billed.")
                    .with("asked", asked.residency())
                    .with("served", served));
        }
        if (!card.residency().containsKey(served)) {
            notes.add(new Note(
                            "place_without_price",
                            "The model ran in “{served}”, for which the seller publishes no other price.")
                    .with("served", served));
            return null;
        }
        return served;
    }
}
