package smeta;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The rooms and the arrows between them. Arrows go only downwards. */
@AnalyzeClasses(packages = "smeta", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String JDK = "java..";
    private static final String JSPECIFY = "org.jspecify.annotations..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String[] LIBRARY = {
        "smeta.money..",
        "smeta.token..",
        "smeta.meter..",
        "smeta.probe..",
        "smeta.prompt..",
        "smeta.media..",
        "smeta.price..",
        "smeta.usage..",
        "smeta.name..",
        "smeta.catalogue..",
        "smeta.calibration..",
        "smeta.traffic..",
        "smeta.contract..",
        "smeta.estimate..",
        "smeta.budget..",
        "smeta.library..",
        "smeta.build..",
        "smeta.command.."
    };

    @ArchTest
    static final ArchRule levels_0_to_5_are_a_plain_library = noClasses()
            .that()
            .resideInAnyPackage(LIBRARY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta..",
                    "javax.inject..",
                    "javax.enterprise..",
                    "io.smallrye..",
                    "org.eclipse.microprofile..",
                    "org.jboss..",
                    "io.vertx..")
            .because("the thin jar must work on a class path without Quarkus, for instance inside a Spark job");

    @ArchTest
    static final ArchRule money_knows_nothing_but_the_jdk = room("money", "javax.xml.stream..")
            .because("whoever can count money need not know models; the banks' feeds are XML, which the JDK reads");

    @ArchTest
    static final ArchRule tokens_know_the_json_of_vocabulary_files = room("token", "com.fasterxml.jackson..")
            .because("a vocabulary is of use without prompts and prices, and some come as JSON");

    @ArchTest
    static final ArchRule tokens_have_one_door = noClasses()
            .that()
            .resideOutsideOfPackage("smeta.token..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("smeta.token.*..")
            .because("whoever asks for a count need not know how it is made");

    @ArchTest
    static final ArchRule token_tables_know_nothing_else =
            room("token.table").because("what is looked up doesn't depend on who looks");

    @ArchTest
    static final ArchRule splitting_looks_up_classes_only =
            room("token.split", "smeta.token.table..").because("where a piece ends is known without any vocabulary");

    @ArchTest
    static final ArchRule normalizing_sees_no_vocabulary = room("token.normalize", "smeta.token.table..", "smeta.token")
            .because("a text is changed before it is split");

    @ArchTest
    static final ArchRule merging_is_the_engine = room(
                    "token.merge",
                    "smeta.token.table..",
                    "smeta.token.split..",
                    "smeta.token.normalize..",
                    "smeta.token")
            .because("a count needs no JSON, wherever its vocabulary came from");

    @ArchTest
    static final ArchRule estimates_stand_on_tokenizers =
            room("token.fit", "smeta.token").because("a fitted estimate is made from counts, whoever counts");

    @ArchTest
    static final ArchRule probe_reads_files = room(
                    "probe",
                    "com.drew..",
                    "org.apache.pdfbox..",
                    "org.apache.fontbox..",
                    "org.apache.commons.logging..")
            .because("sizes and durations are read from bytes and mean nothing yet");

    @ArchTest
    static final ArchRule meters_know_nothing_but_the_jdk =
            room("meter").because("what is billed does not depend on who bills it");

    @ArchTest
    static final ArchRule prompts_read_trees =
            room("prompt", JACKSON, "smeta.probe..").because("a prompt is what was sent, whoever counts and prices it");

    @ArchTest
    static final ArchRule dialects_are_read_apart = slices().matching("smeta.prompt.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("smeta.prompt.."), resideInAPackage("smeta.prompt.reading.."))
            .ignoreDependency(resideInAPackage("smeta.prompt.."), resideInAPackage("smeta.prompt.openai.."))
            .because("a vendor's change is made in one room; others were made after OpenAI's and may share its parts");

    @ArchTest
    static final ArchRule reading_knows_no_dialect = noClasses()
            .that()
            .resideInAnyPackage("smeta.prompt.reading..", "smeta.prompt.openai..")
            .should()
            .dependOnClassesThat(resideInAPackage("smeta.prompt.*..")
                    .and(not(resideInAnyPackage("smeta.prompt.reading..", "smeta.prompt.openai.."))))
            .because("what dialects share is below them");

    @ArchTest
    static final ArchRule dialects_have_one_door = noClasses()
            .that()
            .resideOutsideOfPackage("smeta.prompt..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("smeta.prompt.*..")
            .because("whoever asks for a prompt need not know how a vendor spells it");

    @ArchTest
    static final ArchRule media_rules_stand_on_meters =
            room("media", "smeta.meter..").because("a rule turns pixels and seconds into counts, not into money");

    @ArchTest
    static final ArchRule prices_stand_on_meters_and_money = room("price", "smeta.meter..", "smeta.money..")
            .because("a bill is quantities times rates and needs neither text nor models");

    @ArchTest
    static final ArchRule usages_are_read_from_trees = room(
                    "usage", "smeta.price..", "smeta.prompt..", "smeta.meter..", JACKSON)
            .because("what was used is known without the model that was used");

    @ArchTest
    static final ArchRule names_know_nothing_but_the_jdk =
            room("name").because("a name is resolved among ten thousand others before any model is loaded");

    @ArchTest
    static final ArchRule the_catalogue_connects_models_with_rules_and_prices = room(
                    "catalogue",
                    "smeta.name..",
                    "smeta.price..",
                    "smeta.media..",
                    "smeta.meter..",
                    "smeta.money..",
                    JACKSON,
                    "org.yaml.snakeyaml..")
            .because("the catalogue is data about models and sees no prompt");

    @ArchTest
    static final ArchRule models_know_no_file = noClasses()
            .that()
            .resideInAPackage("smeta.catalogue")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("smeta.catalogue.*..", JACKSON, "org.yaml.snakeyaml..")
            .because("whoever asks for a model need not know which form it was read from");

    @ArchTest
    static final ArchRule files_are_read_by_one_room = noClasses()
            .that()
            .resideInAPackage("smeta.catalogue.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("smeta.catalogue.wide..", "smeta.catalogue.tables..", "smeta.catalogue.compiled..")
            .because("all that is read is held to one set of rules, whoever wrote it");

    @ArchTest
    static final ArchRule the_wide_list_knows_no_table = noClasses()
            .that()
            .resideInAPackage("smeta.catalogue.wide..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("smeta.catalogue.tables..")
            .because("the list that ships is read without the readers of the tables that it was made of");

    @ArchTest
    static final ArchRule yaml_is_parsed_in_one_room = noClasses()
            .that()
            .resideInAPackage("smeta.catalogue..")
            .and()
            .resideOutsideOfPackage("smeta.catalogue.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml.snakeyaml..")
            .because("no number may pass through a parser's floating point, and one room sees to it");

    @ArchTest
    static final ArchRule a_contract_lies_on_a_catalogue = room(
                    "contract", "smeta.catalogue..", "smeta.name..", "smeta.price..")
            .because("what a customer agreed changes names and prices, and whoever prices need not know of it");

    @ArchTest
    static final ArchRule estimates_see_all_below = room(
                    "estimate",
                    "smeta.calibration..",
                    "smeta.catalogue..",
                    "smeta.name..",
                    "smeta.price..",
                    "smeta.media..",
                    "smeta.prompt..",
                    "smeta.usage..",
                    "smeta.meter..",
                    "smeta.token..",
                    "smeta.money..",
                    "com.fasterxml.jackson.databind..")
            .because("the estimator tells the whole story, over the wire or not");

    @ArchTest
    static final ArchRule plans_are_estimates_times_volume = room(
                    "budget",
                    "smeta.estimate..",
                    "smeta.catalogue..",
                    "smeta.price..",
                    "smeta.prompt..",
                    "smeta.meter..",
                    "smeta.token..",
                    "smeta.money..",
                    JACKSON)
            .because("a plan and the file that it is written in are the same, whoever asks for it");

    @ArchTest
    static final ArchRule the_front_door_sees_all_below = room(
                    "library",
                    "smeta.budget..",
                    "smeta.traffic..",
                    "smeta.calibration..",
                    "smeta.contract..",
                    "smeta.estimate..",
                    "smeta.catalogue..",
                    "smeta.name..",
                    "smeta.price..",
                    "smeta.prompt..",
                    "smeta.usage..",
                    "smeta.meter..",
                    "smeta.token..",
                    "smeta.money..",
                    "com.fasterxml.jackson.databind..")
            .because("a Java program asks here, without HTTP and without a container");

    @ArchTest
    static final ArchRule the_build_knows_what_it_compiles = room(
                    "build", "smeta.catalogue..", "smeta.name..", "smeta.token..")
            .because("what is made when the program is built is none of the running program's business");

    @ArchTest
    static final ArchRule commands_go_through_the_front_door = room(
                    "command", "smeta.library..", "picocli..", "com.fasterxml.jackson.databind..")
            .because("a command is one more program that uses the library; no server is started for it");

    @ArchTest
    static final ArchRule the_library_does_not_log = noClasses()
            .that()
            .resideInAPackage("smeta.library..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.commons.logging..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(System.Logger.class)
            .because("a prompt must not end up in a log");

    @ArchTest
    static final ArchRule calibrations_are_numbers_about_counts = room(
                    "calibration", "smeta.meter..", "smeta.token..", JACKSON, "org.yaml.snakeyaml..")
            .because("whoever corrects a count need see no prompt, and who sees none can keep none");

    @ArchTest
    static final ArchRule traffic_is_read_with_all_that_estimates = room(
                    "traffic",
                    "smeta.calibration..",
                    "smeta.estimate..",
                    "smeta.catalogue..",
                    "smeta.price..",
                    "smeta.prompt..",
                    "smeta.usage..",
                    "smeta.meter..",
                    "smeta.money..",
                    "smeta.token..",
                    JACKSON)
            .because("a line of a log is a request and what came of it; estimates don't know how logs are written");

    @ArchTest
    static final ArchRule nobody_knows_the_service = noClasses()
            .that()
            .resideOutsideOfPackage("smeta.http..")
            .and()
            .resideInAPackage("smeta..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("smeta.http..")
            .because("HTTP is one way to ask, at the top of the house");

    @ArchTest
    static final ArchRule no_circles =
            slices().matching("smeta.(*)..").should().beFreeOfCycles().because("a room that needs its user is no room");

    @ArchTest
    static final ArchRule no_circles_in_the_service = slices().matching("smeta.http.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each feature has a room of its own, and what they share knows none of them");

    @ArchTest
    static final ArchRule money_never_floats = noClasses()
            .that()
            .resideInAnyPackage("smeta.money..", "smeta.meter..", "smeta.price..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Double.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Float.class)
            .because("amounts are exact decimals");

    @ArchTest
    static final ArchRule no_currency_is_static = fields().that()
            .haveRawType(Currency.class)
            .should()
            .notBeStatic()
            .because("one that is made when a native image is built is not the one that the running program finds");

    @ArchTest
    static final ArchRule nobody_prints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a prompt must not end up on a console");

    @ArchTest
    static void no_two_classes_share_a_name(JavaClasses all) {
        Map<String, List<String>> byName = all.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(c -> !c.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
        assertThat(byName).isNotEmpty();
        assertThat(byName.values())
                .as("a name says what a class is without its room")
                .allSatisfy(names -> assertThat(names).hasSize(1));
    }

    private static ArchRule room(String name, String... others) {
        List<String> allowed = new ArrayList<>(List.of(JDK, JSPECIFY, "smeta." + name + ".."));
        allowed.addAll(List.of(others));
        return classes()
                .that()
                .resideInAPackage("smeta." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new));
    }
}
