package io.vestnik.platform.architecture;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.Staff;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Erasures;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.domain.ContactDesk;
import io.vestnik.platform.contacts.domain.ContactExporting;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactRemoval;
import io.vestnik.platform.contacts.domain.DuplicateSearch;
import io.vestnik.platform.contacts.domain.FieldDesk;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.GroupTrash;
import io.vestnik.platform.contacts.domain.NewContact;
import io.vestnik.platform.contacts.domain.Person;
import io.vestnik.platform.contacts.domain.Regrouping;
import io.vestnik.platform.contacts.domain.SegmentDesk;
import io.vestnik.platform.contacts.domain.StopLoad;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.jobs.JobEnds;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Target.Unsubscribe;
import io.vestnik.platform.numbering.domain.PlanLoad;
import io.vestnik.platform.numbering.domain.PlanStore;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.plans.PlanFixtures;
import io.vestnik.platform.reports.domain.Order;
import io.vestnik.platform.reports.domain.OrderBook;
import io.vestnik.platform.reports.domain.Rhythm;
import io.vestnik.platform.reports.domain.Subject;
import io.vestnik.platform.tariffs.domain.TariffDesk;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;

/**
 * What has an id in the path of some route: one line for each kind of object says whose it is and how a new one is made. A new page or
 * method of the API about a new kind of object adds its line here.
 */
final class ForeignObjects {

    /** Answers 404 to the owner too, for the reason that is given. */
    static final Map<String, String> NOT_THERE_FOR_THE_OWNER_EITHER =
            Map.of("GET /api/v1/campaigns/{id}/preview", "a draft has no preview yet");

    static final String CLIENT = "client";
    private static final String PARTNER = "partner";

    private final ApplicationContext context;
    private final List<Kind> kinds;
    /** One count for all: several walks may share a database. */
    private static int made;

    ForeignObjects(ApplicationContext context) {
        this.context = context;
        ForeignCampaigns campaigns = new ForeignCampaigns(context, this::phone, this::group);
        Function<Who, Object> planned = who -> PlanFixtures.farAhead(who, (CampaignId) campaigns.draft(who), context);
        this.kinds = new ArrayList<>(campaigns.kinds());
        kinds.addAll(new ForeignClients(context).kinds());
        kinds.addAll(new ForeignInbound(context, this::phone).kinds());
        kinds.addAll(new ForeignSenders(context).kinds());
        kinds.addAll(new ForeignPromo(context, this::file).kinds());
        kinds.addAll(new ForeignPrograms(context).kinds());
        kinds.addAll(own(planned));
        kinds.addAll(new ForeignWebhooks(context).kinds());
        kinds.addAll(new ForeignBulk(
                        this::regrouping,
                        this::duplicates,
                        this::trashedGroup,
                        this::file,
                        this::reportByMail,
                        this::erasure)
                .kinds());
    }

    private List<Kind> own(Function<Who, Object> planned) {
        return List.of(
                one("/accounts/users/{id}", CLIENT, this::person),
                one("/api/v1/contacts/{id}", CLIENT, this::contact),
                one("/api/v1/contacts/fields/{key}", CLIENT, this::field),
                one("/api/v1/groups/{id}", CLIENT, this::group),
                one("/api/v1/segments/{id}", CLIENT, this::segment),
                one("/api/v1/jobs/{id}", CLIENT, this::job),
                one("/api/v1/messages/{id}", CLIENT, this::message),
                one("/api/v1/plans/{id}", CLIENT, planned),
                one("/contacts/{id}", CLIENT, this::contact),
                one("/contacts/duplicates/{id}", CLIENT, this::duplicates),
                one("/contacts/fields/{key}", CLIENT, this::field),
                one("/contacts/erase/{id}", CLIENT, this::erasure),
                one("/contacts/groups/{id}", CLIENT, this::group),
                one("/contacts/jobs/{id}", CLIENT, this::job),
                one("/contacts/regroup/{number}", CLIENT, this::regrouping),
                one("/contacts/trash/groups/{id}", CLIENT, this::trashedGroup),
                one("/contacts/trash/groups/undo/{deletion}", CLIENT, this::deletionOfGroup),
                one("/contacts/trash/undo/{deletion}", CLIENT, this::deletion),
                one("/contacts/load/{file}", CLIENT, this::file),
                one("/contacts/segments/{id}", CLIENT, this::segment),
                one("/contacts/quick/{file}", CLIENT, this::file),
                one("/contacts/exports/{id}", CLIENT, this::contactsExported),
                one("/cabinet/reports/{id}", CLIENT, this::report),
                one("/contacts/stops/jobs/{id}", CLIENT, this::stopJob),
                one("/contacts/stops/load/{file}", CLIENT, this::file),
                one("/files/{id}", CLIENT, this::file),
                one("/jobs/{id}", CLIENT, this::job),
                one("/l/{code}", CLIENT, this::link).alsoFor(PARTNER, "operator", "other-partner", "other-client"),
                one("/numbering/loads/{id}", "operator", this::plan),
                one("/plans/{id}", CLIENT, planned),
                one("/reports/mail/{id}", CLIENT, this::reportByMail),
                one("/smppserver/about/{id}", CLIENT, this::message).alsoFor(PARTNER, "operator"),
                one("/pipeline/messages/{id}", CLIENT, this::message).alsoFor(PARTNER, "operator"),
                one("/tariffs/{id}", PARTNER, this::tariff),
                one("/webhooks/about/{id}", CLIENT, this::message).alsoFor(PARTNER, "operator"));
    }

    /**
     * A kind of object.
     *
     * @param path what the paths of its routes begin with
     * @param owner the login of the person in whose account it is made
     * @param maker makes a new one and tells what stands for the variables of the path, from the left
     * @param above the logins of those who serve the owner and may look at it too
     */
    record Kind(String path, String owner, Function<Who, List<?>> maker, Set<String> above) {

        Kind(String path, String owner, Function<Who, List<?>> maker) {
            this(path, owner, maker, Set.of());
        }

        private Kind alsoFor(String... logins) {
            return new Kind(path, owner, maker, Set.of(logins));
        }

        private boolean fits(String route) {
            return route.equals(path) || route.startsWith(path + "/");
        }
    }

    /** An object that was made for one route: its owner, who above may see it, and the route's path with its id. */
    record Target(String owner, Set<String> above, String path) {}

    /** A new object for the route, which is written as {@code /contacts/{id}}; empty when no line is about it. */
    Optional<Target> targetOf(String route) {
        return kinds.stream()
                .filter(kind -> kind.fits(route))
                .max(Comparator.comparingInt(kind -> kind.path().length()))
                .map(kind -> {
                    String path = route;
                    for (Object id : kind.maker().apply(SignIns.who(kind.owner(), context))) {
                        path = path.replaceFirst("\\{\\w+}", id.toString());
                    }
                    return new Target(kind.owner(), kind.above(), path);
                });
    }

    /** What forms are sent with: enough for each to get as far as to look for its object. */
    Map<String, String> form(Who who) {
        String below = context.getBean(Accounts.class).below(who.account(), null, 1).items().stream()
                .map(account -> account.id().toString())
                .findFirst()
                .orElse("0");
        return Map.of(
                "version", "1",
                "name", "Foreign " + ++made,
                "phone", "+" + phone(),
                "role", "VIEWER",
                "email", "person@example.org",
                "active", "true",
                "preview", "1",
                "account", below,
                "column", "0",
                "scope", "everything");
    }

    static Kind one(String path, String owner, Function<Who, Object> maker) {
        return new Kind(path, owner, who -> List.of(maker.apply(who)));
    }

    private Object person(Who who) {
        Staff.Draft draft = new Staff.Draft("walk" + ++made, "", "Walk", Role.VIEWER);
        return ((Staff.Outcome.Done) context.getBean(Staff.class).add(who, draft))
                .person()
                .id();
    }

    private Object message(Who who) {
        NewMessage message = new NewMessage(
                who.account(),
                null,
                Way.API,
                TrafficType.ADVERTISING,
                "VESTNIK",
                phone(),
                Body.text("Hello"),
                Duration.ofDays(1),
                Feedback.NONE,
                null);
        List<Acceptance> answers =
                context.getBean(Pipeline.class).accept(List.of(message)).join();
        return ((Acceptance.Accepted) answers.getFirst()).id();
    }

    /** Whoever has the code may unsubscribe, and come back. */
    private Object link(Who who) {
        MessageId message = (MessageId) message(who);
        return context.getBean(Links.class)
                .issue(who.account(), new CampaignId(900_000 + ++made), List.of(new Unsubscribe()), 1, List.of(message))
                .code(0, 0);
    }

    private Object contact(Who who) {
        Origin origin = new Origin("RU", "2500", null, null, ZoneId.of("Europe/Moscow"));
        NewContact contact = new NewContact(phone(), Person.UNKNOWN, origin);
        ContactDesk.Answer answer = context.getBean(ContactDesk.class).add(who.account(), contact, List.of());
        return ((ContactDesk.Answer.Saved) answer).contact().id();
    }

    private Object group(Who who) {
        return context.getBean(Contacts.class)
                .groupNamed(who.account(), "Walk " + ++made)
                .id();
    }

    private Object duplicates(Who who) {
        JobId search =
                context.getBean(DuplicateSearch.class).start(who.account(), new DuplicateSearch.Input("email", null));
        return context.getBean(JobEnds.class).end(who.account(), search).id();
    }

    private Object segment(Who who) {
        SegmentDesk.Answer answer = context.getBean(SegmentDesk.class)
                .create(who.account(), "Walk segment " + ++made, new ContactFilter("walk", null, null, null));
        return ((SegmentDesk.Answer.Saved) answer).group().id();
    }

    private Object field(Who who) {
        FieldDesk desk = context.getBean(FieldDesk.class);
        FieldDesk.Answer answer = desk.add(who.account(), "Walk " + ++made, FieldKind.TEXT, List.of());
        return ((FieldDesk.Answer.Saved) answer).field().key();
    }

    private Object trashedGroup(Who who) {
        GroupId group = (GroupId) group(who);
        context.getBean(GroupTrash.class).delete(who.account(), List.of(group), "Walk");
        return group;
    }

    private Object deletionOfGroup(Who who) {
        return context.getBean(GroupTrash.class)
                .delete(who.account(), List.of((GroupId) group(who)), "Walk")
                .deletion();
    }

    private Object deletion(Who who) {
        return context.getBean(ContactRemoval.class)
                .delete(who.account(), List.of((ContactId) contact(who)), "Walk")
                .deletion();
    }

    private Object regrouping(Who who) {
        Regrouping.Way way = new Regrouping.Way(null, (GroupId) group(who));
        return context.getBean(Regrouping.class)
                .regroup(who.account(), way, List.of((ContactId) contact(who)))
                .orElseThrow()
                .undo();
    }

    private FileId report(Who who) {
        FileId file = file(who);
        context.getBean(Reports.class)
                .list(who.account(), file, new Reports.About("contacts.export.job", "contacts:export", ""));
        return file;
    }

    private Object contactsExported(Who who) {
        String input =
                "{\"format\":\"csv\",\"name\":\"Walk\",\"parts\":[{\"title\":\"Walk\",\"filter\":null,\"ids\":[1]}],"
                        + "\"columns\":[\"phone\"],\"total\":1,\"by\":\"\"}";
        return context.getBean(Jobs.class).start(who.account(), ContactExporting.NAME, input);
    }

    private FileId file(Who who) {
        return context.getBean(ContactFixtures.class).table(who.account(), "phone,name", phone() + ",Walk");
    }

    private Object job(Who who) {
        return context.getBean(ContactFixtures.class).start(who.account(), "Walk", file(who));
    }

    /** A load that was refused and may be forced. */
    private Object plan(Who who) {
        PlanStore plans = context.getBean(PlanStore.class);
        PlanLoad.Wish wish = new PlanLoad.Wish(false, "walk.csv", null, file(who), false, "walk");
        long load = plans.begin(wish, Instant.EPOCH);
        plans.end(load, PlanLoad.State.REFUSED, "much-smaller", null, Instant.EPOCH);
        return load;
    }

    private Object erasure(Who who) {
        return context.getBean(Erasures.class)
                .begin(who, List.of(phone()), false)
                .id();
    }

    private Object stopJob(Who who) {
        StopLoad.Plan plan = new StopLoad.Plan(file(who), 0, 1, new StopScope.Everything(), "");
        return context.getBean(StopLoad.class).start(who, plan);
    }

    private Object tariff(Who who) {
        return context.getBean(TariffDesk.class).create(who, "Walk " + ++made);
    }

    private Object reportByMail(Who who) {
        Order.Wish wish =
                new Order.Wish(new Subject.Mailings(), Rhythm.DAILY, 9, false, false, List.of("walk@example.com"));
        return context.getBean(OrderBook.class)
                .insert(who.account(), "Walk", wish, Instant.parse("2199-01-01T00:00:00Z"));
    }

    private String phone() {
        return Long.toString(79_160_000_000L + ++made);
    }
}
