package io.vestnik.platform.architecture;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which floor each module stands on: the table of {@code ARCHITECTURE.md}, with the rooms that are still to be built. */
final class Floors {

    private static final List<List<String>> FROM_THE_GROUND = List.of(
            List.of("kernel"),
            List.of("shell", "store", "holidays"),
            List.of("accounts", "jobs", "files"),
            List.of("numbering", "channels", "texts", "brands", "senders", "tariffs", "billing"),
            List.of("contacts", "links", "routes"),
            List.of("pipeline"),
            List.of("promo", "verification", "lookup", "chat"),
            List.of("campaigns", "scenarios", "signing"),
            List.of("automation", "plans", "webhooks"),
            List.of("statistics", "notices", "documents", "support", "referrals"),
            List.of("payments", "reports"),
            List.of("api", "smsc", "smppserver", "mailgateway", "soap", "cabinet", "backoffice"));

    private static final Map<String, Integer> FLOORS = IntStream.range(0, FROM_THE_GROUND.size())
            .boxed()
            .flatMap(floor -> FROM_THE_GROUND.get(floor).stream().map(module -> Map.entry(module, floor)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Floors() {}

    /** The floor of a module, of a nested one its parent's; empty for a module that the plan does not know. */
    static OptionalInt of(String module) {
        Integer floor = FLOORS.get(outermost(module));
        return floor == null ? OptionalInt.empty() : OptionalInt.of(floor);
    }

    /** Every module of the plan, whether it is built yet or not. */
    static Iterable<String> modules() {
        return FLOORS.keySet();
    }

    /** Whether the plan has a module of this name. */
    static boolean knows(String module) {
        return FLOORS.containsKey(module);
    }

    private static String outermost(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }
}
