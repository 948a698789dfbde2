package smeta;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What a class keeps from the moment it is loaded is kept in a native image, from the machine that built it. */
@AnalyzeClasses(packages = "smeta", importOptions = ImportOption.DoNotIncludeTests.class)
class StaticStateTest {
    private static final Set<String> ENVIRONMENT = Set.of(
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.Runtime.availableProcessors",
            "java.lang.Runtime.maxMemory",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.nio.file.Files.createTempFile",
            "java.nio.file.Files.createTempDirectory",
            "java.io.File.createTempFile",
            "java.util.Random.<init>",
            "java.security.SecureRandom.<init>");

    @ArchTest
    static final ArchRule no_class_keeps_its_environment_from_the_moment_it_is_loaded = noClasses()
            .should()
            .accessTargetWhere(reads_the_environment_while_a_class_is_loaded())
            .because(
                    "a native image would keep the clock, locale, charset, seed, cores or folder of the machine that built it");

    private static DescribedPredicate<JavaAccess<?>> reads_the_environment_while_a_class_is_loaded() {
        return DescribedPredicate.describe(
                "a static initializer reads the environment",
                access -> access.getOrigin() instanceof JavaStaticInitializer
                        && ENVIRONMENT.contains(access.getTargetOwner().getName() + "."
                                + access.getTarget().getName()));
    }
}
