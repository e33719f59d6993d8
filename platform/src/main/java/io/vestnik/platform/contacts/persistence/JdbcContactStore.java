package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactOrder;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.contacts.domain.NewContact;
import io.vestnik.platform.contacts.domain.SearchWords;
import io.vestnik.platform.contacts.domain.SeenOrigin;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcContactStore implements ContactStore {
    private final JdbcClient jdbc;
    private final ContactListing listing;
    private final ContactCopy copy;

    JdbcContactStore(JdbcClient jdbc, ContactListing listing, ContactCopy copy) {
        this.jdbc = jdbc;
        this.listing = listing;
        this.copy = copy;
    }

    @Override
    public Optional<Contact> find(AccountId account, ContactId id) {
        return jdbc.sql("SELECT " + ContactRows.COLUMNS
                        + " FROM contacts.contact c WHERE c.account = :account AND c.id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query(ContactRows::contact)
                .optional();
    }

    @Override
    public Optional<Contact> byPhone(AccountId account, String phone) {
        return jdbc.sql("SELECT " + ContactRows.COLUMNS
                        + " FROM contacts.contact c WHERE c.account = :account AND c.phone = :phone")
                .param("account", account.value())
                .param("phone", phone)
                .query(ContactRows::contact)
                .optional();
    }

    @Override
    public Slice<Contact> list(
            AccountId account, ContactFilter filter, ContactOrder order, @Nullable String after, int limit) {
        return listing.list(account, filter, order, after, limit);
    }

    @Override
    public long count(AccountId account, ContactFilter filter) {
        return listing.count(account, filter);
    }

    @Override
    public List<ContactId> ids(AccountId account, ContactFilter filter, long after, int limit) {
        return listing.ids(account, filter, after, limit);
    }

    @Override
    public List<Contact> chosen(AccountId account, Collection<ContactId> ids) {
        return jdbc.sql("SELECT " + ContactRows.COLUMNS + """
             FROM contacts.contact c
            WHERE c.account = :account AND c.id = ANY(:ids)
            ORDER BY c.id\
            """)
                .param("account", account.value())
                .param("ids", ids.stream().map(ContactId::value).toArray(Long[]::new))
                .query(ContactRows::contact)
                .list();
    }

    @Override
    public List<String> phones(AccountId account, Collection<ContactId> ids) {
        return jdbc.sql("SELECT phone FROM contacts.contact WHERE account = :account AND id = ANY(:ids)")
                .param("account", account.value())
                .param("ids", ids.stream().map(ContactId::value).toArray(Long[]::new))
                .query((row, _) -> row.getString("phone"))
                .list();
    }

    @Override
    public List<Recipient> known(AccountId account, Collection<String> phones) {
        return jdbc.sql("SELECT " + ContactRows.COLUMNS + """
             FROM contacts.contact c
            WHERE c.account = :account AND c.phone = ANY(:phones)\
            """)
                .param("account", account.value())
                .param("phones", phones.toArray(String[]::new))
                .query(ContactRows::recipient)
                .list();
    }

    @Override
    public List<Contact> lock(AccountId account, Collection<String> phones) {
        return jdbc.sql("SELECT " + ContactRows.COLUMNS + """
             FROM contacts.contact c
            WHERE c.account = :account AND c.phone = ANY(:phones)
            ORDER BY c.phone
              FOR NO KEY UPDATE\
            """)
                .param("account", account.value())
                .param("phones", phones.toArray(String[]::new))
                .query(ContactRows::contact)
                .list();
    }

    @Override
    public Set<String> add(AccountId account, List<NewContact> contacts, Instant now) {
        if (contacts.isEmpty()) {
            return Set.of();
        }
        remember(account, contacts);
        if (contacts.size() >= ContactCopy.LEAST) {
            Set<String> there = there(account, contacts);
            List<NewContact> fresh = there.isEmpty()
                    ? contacts
                    : contacts.stream()
                            .filter(it -> !there.contains(it.phone()))
                            .toList();
            if (fresh.isEmpty() || copy.people(account, fresh, now)) {
                return fresh.stream().map(NewContact::phone).collect(Collectors.toSet());
            }
        }
        return insert(account, contacts, now);
    }

    private Set<String> there(AccountId account, List<NewContact> contacts) {
        return jdbc.sql("SELECT phone FROM contacts.contact WHERE account = :account AND phone = ANY(:phones)")
                .param("account", account.value())
                .param("phones", ContactColumns.texts(contacts, NewContact::phone))
                .query((row, _) -> row.getString(1))
                .set();
    }

    private Set<String> insert(AccountId account, List<NewContact> contacts, Instant now) {
        var statement = jdbc.sql("""
            INSERT INTO contacts.contact (account, phone, name, surname, patronymic, sex, birthday, email,
                   comment, extra, words, country, mcc_mnc, operator, region, zone, created_at, updated_at)
            SELECT :account, n.phone, n.name, n.surname, n.patronymic, n.sex, n.birthday::date, n.email,
                   n.comment, n.extra::jsonb, n.words, n.country, n.mcc_mnc, n.operator, n.region, n.zone, :now, :now
              FROM unnest(:phones::text[], :names::text[], :surnames::text[], :patronymics::text[],
                          :sexes::text[], :birthdays::text[], :emails::text[], :comments::text[],
                          :extras::text[], :words::text[], :countries::text[], :networks::text[], :operators::text[],
                          :regions::text[], :zones::text[])
                   AS n(phone, name, surname, patronymic, sex, birthday, email, comment, extra, words, country,
                        mcc_mnc, operator, region, zone)
            ON CONFLICT (account, phone) DO NOTHING
            RETURNING phone\
            """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("phones", ContactColumns.texts(contacts, NewContact::phone));
        ContactColumns.people(
                statement, account, contacts.stream().map(NewContact::person).toList());
        ContactColumns.origins(
                statement, contacts.stream().map(NewContact::origin).toList());
        return statement.query((row, _) -> row.getString(1)).set();
    }

    @Override
    public void change(AccountId account, List<Contact> contacts, Instant now) {
        if (contacts.isEmpty()) {
            return;
        }
        var statement = jdbc.sql("""
            UPDATE contacts.contact c
               SET name = n.name, surname = n.surname, patronymic = n.patronymic, sex = n.sex,
                   birthday = n.birthday::date, email = n.email, comment = n.comment, extra = n.extra::jsonb,
                   words = n.words,
                   version = c.version + 1, updated_at = :now
              FROM unnest(:ids::bigint[], :names::text[], :surnames::text[], :patronymics::text[],
                          :sexes::text[], :birthdays::text[], :emails::text[], :comments::text[],
                          :extras::text[], :words::text[])
                   AS n(id, name, surname, patronymic, sex, birthday, email, comment, extra, words)
             WHERE c.account = :account AND c.id = n.id\
            """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", contacts.stream().map(it -> it.id().value()).toArray(Long[]::new));
        ContactColumns.people(
                        statement,
                        account,
                        contacts.stream().map(Contact::person).toList())
                .update();
    }

    @Override
    public boolean save(AccountId account, Contact contact, Instant now) {
        remember(account, List.of(new NewContact(contact.phone(), contact.person(), contact.origin())));
        var person = contact.person();
        var origin = contact.origin();
        return jdbc.sql("""
            UPDATE contacts.contact c
               SET phone = :phone, name = :name, surname = :surname, patronymic = :patronymic, sex = :sex,
                   birthday = :birthday, email = :email, comment = :comment, extra = :extra::jsonb, words = :words,
                   country = :country, mcc_mnc = :network, operator = :operator, region = :region,
                   zone = :zone, version = c.version + 1, updated_at = :now
             WHERE c.account = :account AND c.id = :id AND c.version = :version
               AND NOT EXISTS (SELECT FROM contacts.contact other
                                WHERE other.account = :account AND other.phone = :phone
                                  AND other.id <> c.id)\
            """)
                        .param("account", account.value())
                        .param("id", contact.id().value())
                        .param("version", contact.version())
                        .param("phone", contact.phone())
                        .param("name", person.name())
                        .param("surname", person.surname())
                        .param("patronymic", person.patronymic())
                        .param("sex", person.sex() == null ? null : person.sex().code())
                        .param("birthday", person.birthday(), Types.DATE)
                        .param("email", person.email())
                        .param("comment", person.comment())
                        .param("extra", ContactRows.extra(person.others()))
                        .param("words", SearchWords.of(account, person))
                        .param("country", origin.country())
                        .param("network", origin.mccMnc())
                        .param("operator", origin.operator())
                        .param("region", origin.region())
                        .param("zone", origin.zone().getId())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public List<String> delete(AccountId account, Collection<ContactId> ids) {
        return jdbc.sql("DELETE FROM contacts.contact WHERE account = :account AND id = ANY(:ids) RETURNING phone")
                .param("account", account.value())
                .param("ids", ids.stream().map(ContactId::value).toArray(Long[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<SeenOrigin> operators(AccountId account) {
        return seen(account, "operator");
    }

    @Override
    public List<SeenOrigin> regions(AccountId account) {
        return seen(account, "region");
    }

    private List<SeenOrigin> seen(AccountId account, String kind) {
        return jdbc.sql("""
            SELECT code, name FROM contacts.seen_origin
             WHERE account = :account AND kind = :kind
             ORDER BY name COLLATE "ru-RU-x-icu", code LIMIT 200\
            """)
                .param("account", account.value())
                .param("kind", kind)
                .query((row, _) -> new SeenOrigin(row.getString(1), row.getString(2)))
                .list();
    }

    private void remember(AccountId account, List<NewContact> contacts) {
        Set<List<String>> seen = contacts.stream()
                .map(NewContact::origin)
                .distinct()
                .flatMap(origin -> Stream.of(
                        origin.operator() == null
                                ? List.<String>of()
                                : List.of("operator", origin.mccMnc(), origin.operator()),
                        origin.region() == null
                                ? List.<String>of()
                                : List.of("region", origin.region(), origin.region())))
                .filter(row -> !row.isEmpty())
                .collect(Collectors.toSet());
        if (seen.isEmpty()) {
            return;
        }
        List<List<String>> rows = List.copyOf(seen);
        // Most are known: those are not even tried, so that two loads do not wait for each other.
        jdbc.sql("""
            INSERT INTO contacts.seen_origin (account, kind, code, name)
            SELECT :account, n.kind, n.code, n.name
              FROM unnest(:kinds::text[], :codes::text[], :names::text[]) AS n(kind, code, name)
             WHERE NOT EXISTS (SELECT FROM contacts.seen_origin s
                                WHERE s.account = :account AND s.kind = n.kind AND s.code = n.code)
             ORDER BY n.kind, n.code
            ON CONFLICT DO NOTHING\
            """)
                .param("account", account.value())
                .param("kinds", ContactColumns.texts(rows, row -> row.get(0)))
                .param("codes", ContactColumns.texts(rows, row -> row.get(1)))
                .param("names", ContactColumns.texts(rows, row -> row.get(2)))
                .update();
    }
}
