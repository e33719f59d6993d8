package io.vestnik.platform.architecture;

import static io.vestnik.platform.architecture.ForeignObjects.CLIENT;
import static io.vestnik.platform.architecture.ForeignObjects.one;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.architecture.ForeignObjects.Kind;
import java.util.List;
import java.util.function.Function;

/** What programs do to many contacts and to whole groups, and has an id in the path of some route. */
record ForeignBulk(
        Function<Who, Object> regrouping,
        Function<Who, Object> duplicates,
        Function<Who, Object> trashedGroup,
        Function<Who, Object> file,
        Function<Who, Object> reportByMail,
        Function<Who, Object> erasure) {

    List<Kind> kinds() {
        return List.of(
                one("/api/v1/contacts/moves/{number}", CLIENT, regrouping),
                one("/api/v1/contacts/duplicates/{job}", CLIENT, duplicates),
                one("/api/v1/groups/deleted/{id}", CLIENT, trashedGroup),
                one("/api/v1/files/{id}", CLIENT, file),
                one("/api/v1/reports/orders/{id}", CLIENT, reportByMail),
                one("/api/v1/contacts/erasures/{id}", CLIENT, erasure));
    }
}
