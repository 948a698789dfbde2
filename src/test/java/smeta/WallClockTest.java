package smeta;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.CacheMode;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;

/** The program's code and its tests; whoever needs the time gets the clock from {@code Clocks}. */
@AnalyzeClasses(packages = "smeta", cacheMode = CacheMode.PER_CLASS)
class WallClockTest {
    @ArchTest
    static final ArchRule only_clocks_reads_the_wall_clock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("smeta.http.Clocks")
            .should()
            .accessTargetWhere(reads_the_wall_clock())
            .because("a build must be green on any day, and an answer must be that of the injected clock");

    private static DescribedPredicate<JavaAccess<?>> reads_the_wall_clock() {
        return DescribedPredicate.describe("the wall clock is read", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            boolean ofTime = owner.startsWith("java.time.");
            // the clocks of the system, in UTC or the default zone, and the ticks that stand on them
            boolean clock = owner.equals("java.time.Clock")
                    && (name.startsWith("system") || name.startsWith("tick") && !takesAClock(access));
            boolean now = ofTime && name.equals("now") && !takesAClock(access);
            boolean millis = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
            boolean calendar =
                    owner.startsWith("java.util.") && owner.endsWith("Calendar") && name.equals("getInstance");
            boolean date = access instanceof JavaConstructorCall call
                    && access.getTargetOwner().isEquivalentTo(Date.class)
                    && call.getTarget().getRawParameterTypes().isEmpty();
            return clock || now || millis || calendar || date;
        });
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access instanceof JavaMethodCall call
                && call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
