package io.vestnik.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** No message is stored that the stop-lists have not let through, whichever way it came. */
@AnalyzeClasses(packages = "io.vestnik.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class OnlyWayOutTests {
    private static final String PATH = "io.vestnik.platform.pipeline.";
    private static final String ADMITTED = PATH + "domain.Admitted";
    private static final Pattern INSERT =
            Pattern.compile("(?i)(insert\\s+into|copy|merge\\s+into)\\s+pipeline\\.message(?![_\\w])");

    @ArchTest
    static final ArchRule onlyTheGateAdmits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(PATH + "domain.StopGate")
            .and()
            .doNotHaveFullyQualifiedName(ADMITTED)
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe(
                    "make messages admitted",
                    (JavaCall<?> call) -> call.getTargetOwner().getName().equals(ADMITTED)
                            && call.getTarget().getName().equals("<init>")))
            .because("who is on a stop-list would be written to");

    @ArchTest
    static final ArchRule nobodyElseCanMakeThem = constructors()
            .that()
            .areDeclaredIn(ADMITTED)
            .should()
            .bePackagePrivate()
            .because("other modules have the pipeline's contract and nothing beside it");

    @ArchTest
    static void messagesAreInsertedInOnePlace(com.tngtech.archunit.core.domain.JavaClasses classes) {
        List<String> places = SourceTree.under("platform/src/main", ".java").stream()
                .filter(file -> INSERT.matcher(SourceTree.read(file)).find())
                .map(SourceTree::name)
                .toList();
        assertThat(places).singleElement().asString().endsWith("pipeline/persistence/JdbcAcceptStore.java");
        assertThat(classes.get(PATH + "domain.AcceptStore").getMethods())
                .filteredOn(method -> method.getName().equals("insert"))
                .singleElement()
                .satisfies(method -> assertThat(
                                method.getRawParameterTypes().getFirst().getName())
                        .isEqualTo(ADMITTED));
    }
}
