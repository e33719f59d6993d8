package io.vestnik.platform.architecture;

import static io.vestnik.platform.architecture.ForeignObjects.CLIENT;
import static io.vestnik.platform.architecture.ForeignObjects.one;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.architecture.ForeignObjects.Kind;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.promo.PromoFixtures;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;

/** What has to do with promo actions and an id in the path of some route. */
final class ForeignPromo {
    private final ApplicationContext context;
    private final Function<Who, FileId> file;
    /** One count for all: several walks may share a database. */
    private static int made;

    ForeignPromo(ApplicationContext context, Function<Who, FileId> file) {
        this.context = context;
        this.file = file;
    }

    List<Kind> kinds() {
        return List.of(
                one("/api/v1/promo/actions/{id}", CLIENT, this::action),
                one("/api/v1/promo/actions/{id}/restore", CLIENT, who -> PromoFixtures.deleted(who, name(), context)),
                one("/promo/{id}", CLIENT, this::action),
                one("/promo/{id}/restore", CLIENT, who -> PromoFixtures.deleted(who, name(), context)),
                one("/promo/jobs/{id}", CLIENT, who -> PromoFixtures.loading(who, name(), file.apply(who), context)));
    }

    private Object action(Who who) {
        return PromoFixtures.made(who, name(), context);
    }

    private static String name() {
        return "Walk " + ++made;
    }
}
