package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.RightsDeclaration.Right;
import io.vestnik.platform.accounts.Role;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which rights a role means in an account of a kind: put together from what the modules declare. */
@Component
public class Rights {

    private final Map<AccountKind, Map<Role, Set<String>>> table = new EnumMap<>(AccountKind.class);
    private final Set<String> declared;

    Rights(List<RightsDeclaration> declarations) {
        List<Right> all =
                declarations.stream().flatMap(it -> it.rights().stream()).toList();
        declared = all.stream().map(Right::name).collect(Collectors.toUnmodifiableSet());
        for (AccountKind kind : AccountKind.values()) {
            Map<Role, Set<String>> roles = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                roles.put(role, rights(all, kind, role));
            }
            table.put(kind, roles);
        }
    }

    /** What the role may do in an account of the kind. */
    public Set<String> of(AccountKind kind, Role role) {
        return table.getOrDefault(kind, Map.of()).getOrDefault(role, Set.of());
    }

    /** What a key with the role may do: never what concerns people and keys. */
    Set<String> ofKey(AccountKind kind, Role role) {
        return of(kind, role).stream()
                .filter(right -> !right.startsWith("accounts:"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All rights that there are. */
    public Set<String> declared() {
        return declared;
    }

    private static Set<String> rights(List<Right> all, AccountKind kind, Role role) {
        Set<String> rights = new HashSet<>();
        for (Right right : all) {
            if (right.kinds().contains(kind)
                    && (role == Role.OWNER || right.roles().contains(role))) {
                rights.add(right.name());
            }
        }
        return Set.copyOf(rights);
    }
}
