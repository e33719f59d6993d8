package io.vestnik.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.VestnikServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(VestnikServer.class);

    @Test
    void modulesKeepTheBordersTheyDeclare() {
        modules.verify();
    }

    @Test
    void everyModuleStandsOnAFloor() {
        assertThat(modules.stream().map(ModularityTests::name))
                .as("modules that the plan does not know")
                .allMatch(module -> Floors.of(module).isPresent());
    }

    @Test
    void modulesOnlyLookDown() {
        for (ApplicationModule module : modules) {
            String from = name(module);
            module.getDirectDependencies(modules).stream()
                    .map(dependency -> name(dependency.getTargetModule()))
                    // A nested module may see its parent; nobody may see a room nested in another, nor a neighbour.
                    .filter(to -> !from.startsWith(to + "."))
                    .forEach(to -> assertThat(Floors.of(from).orElseThrow())
                            .as("floor of %s, which looks at %s", from, to)
                            .isGreaterThan(Floors.of(to).orElseThrow()));
        }
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
