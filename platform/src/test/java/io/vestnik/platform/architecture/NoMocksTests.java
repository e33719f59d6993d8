package io.vestnik.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The tests themselves: a fake of our own says what it does, a mock says what the test believes. */
@AnalyzeClasses(packages = "io.vestnik", importOptions = ImportOption.OnlyIncludeTests.class)
class NoMocksTests {

    @ArchTest
    static final ArchRule testsUseNoMocks = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.mockito..",
                    "org.easymock..",
                    "org.powermock..",
                    "org.springframework.test.context.bean.override.mockito..");
}
