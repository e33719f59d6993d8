package io.vestnik.platform.accounts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rights of a module and the roles that hold them: one bean a module. The owner of an account holds every right of its kind. */
public record RightsDeclaration(List<Right> rights) {

    public RightsDeclaration {
        rights = List.copyOf(rights);
    }

    /**
     * A right.
     *
     * @param name {@code module:verb}, as {@code @PreAuthorize("hasAuthority('module:verb')")} asks for it
     * @param roles who holds it, besides the owner
     * @param kinds the kinds of accounts in which it exists
     */
    public record Right(String name, Set<Role> roles, Set<AccountKind> kinds) {
        public Right {
            if (!name.matches("[a-z]+:[a-z-]+")) {
                throw new IllegalArgumentException("A right is module:verb, not " + name);
            }
            roles = Set.copyOf(roles);
            kinds = Set.copyOf(kinds);
        }
    }

    /** Nothing yet. */
    public static RightsDeclaration start() {
        return new RightsDeclaration(List.of());
    }

    /** And a right in every account, for the owner and these roles. */
    public RightsDeclaration grant(String right, Role... roles) {
        return with(new Right(right, Set.of(roles), EnumSet.allOf(AccountKind.class)));
    }

    /** And a right in accounts of one kind only, for the owner and these roles. */
    public RightsDeclaration grantIn(AccountKind kind, String right, Role... roles) {
        return with(new Right(right, Set.of(roles), Set.of(kind)));
    }

    private RightsDeclaration with(Right right) {
        List<Right> more = new ArrayList<>(rights);
        more.add(right);
        return new RightsDeclaration(more);
    }
}
