package io.vestnik.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The house rules that a compiler cannot keep, over the server and the libraries under it. */
@AnalyzeClasses(packages = "io.vestnik", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String HOUSE = "io.vestnik.platform";
    private static final int MOST_COLLABORATORS = 5;
    private static final List<String> ADAPTERS = List.of("persistence", "web");

    @ArchTest
    static final ArchRule namesAreDomainWords = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils|Dto|DTO)(\\$.*)?")
            .because("a class whose name says nothing has no purpose of its own yet");

    @ArchTest
    static final ArchRule collaboratorsComeThroughTheConstructor = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .andShould()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .andShould()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("jakarta.annotation.Resource")
            .because("what a class needs is read off its one constructor");

    @ArchTest
    static final ArchRule beansHaveFewCollaborators = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith("org.springframework.stereotype.Component")
            .should(takeAtMost(MOST_COLLABORATORS))
            .allowEmptyShould(true)
            .because("whoever needs six others is two classes");

    @ArchTest
    static final ArchRule theContractOfAModuleIsALeaf = classes()
            .that()
            .resideInAPackage(HOUSE + ".*")
            .should(notLookIntoItsOwnRooms())
            .allowEmptyShould(true)
            .because("who reads the root package of a module knows the module");

    @ArchTest
    static final ArchRule rulesKnowNoAdapters = classes()
            .that()
            .resideInAnyPackage(HOUSE + "..domain..")
            .should(notLookAtTheRooms(ADAPTERS))
            .allowEmptyShould(true)
            .because("rules outlive the ways of storing and showing");

    @ArchTest
    static final ArchRule adaptersDoNotKnowEachOther = classes()
            .that()
            .resideInAnyPackage(HOUSE + "..persistence..", HOUSE + "..web..")
            .should(notLookAtTheRooms(ADAPTERS))
            .allowEmptyShould(true)
            .because("pages ask the rules, not the tables");

    @ArchTest
    static final ArchRule librariesStandAlone = noClasses()
            .that()
            .resideInAnyPackage("io.vestnik.sms..", "io.vestnik.phone..", "io.vestnik.tabular..", "io.vestnik.smpp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", HOUSE + "..")
            .because("a library can be read, and used, without the house");

    @ArchTest
    static void everyPackageDeclaresItsNulls(JavaClasses classes) {
        Set<String> unmarked = classes.stream()
                .map(JavaClass::getPackage)
                .filter(it -> !it.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked)
                .as("packages without @NullMarked in a package-info")
                .isEmpty();
    }

    private static ArchCondition<JavaConstructor> takeAtMost(int most) {
        return new ArchCondition<>("take at most " + most + " collaborators") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int taken = constructor.getRawParameterTypes().size();
                if (taken > most) {
                    events.add(SimpleConditionEvent.violated(
                            constructor, constructor.getFullName() + " takes " + taken + " collaborators"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> notLookIntoItsOwnRooms() {
        return notDependOn(
                "not look into the rooms of its own module",
                (from, to) -> to.getPackageName().startsWith(from.getPackageName() + "."));
    }

    private static ArchCondition<JavaClass> notLookAtTheRooms(List<String> rooms) {
        return notDependOn(
                "not look at " + rooms + " of its module",
                (from, to) -> rooms.stream()
                        .map(room -> moduleOf(from) + "." + room)
                        .filter(room -> !within(room).test(from))
                        .anyMatch(room -> within(room).test(to)));
    }

    private static ArchCondition<JavaClass> notDependOn(String description, Looking forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                        .filter(it -> forbidden.at(from, it.getTargetClass()))
                        .forEach(it -> events.add(SimpleConditionEvent.violated(from, it.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> within(String room) {
        return JavaClass.Predicates.resideInAPackage(room + "..");
    }

    /** The package above {@code domain}, {@code persistence} or {@code web}: a module's, or a nested module's. */
    private static String moduleOf(JavaClass type) {
        return type.getPackageName().replaceFirst("\\.(domain|persistence|web)(\\..*)?$", "");
    }

    private interface Looking {

        boolean at(JavaClass from, JavaClass to);
    }
}
