package io.vestnik.platform.links.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.links.domain.ClickStore;
import io.vestnik.platform.links.domain.Following;
import io.vestnik.platform.store.PersonalData;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whose links were, after they or their people are forgotten. */
class ForgottenLinkTests extends OneMessage {
    @Test
    void aPersonWhoIsForgottenIsNotKnownByTheirLinks() {
        String code = code(new Target.Page(PAGE));
        get(code).exchange();
        await().until(() -> followed().clicks() == 1);
        assertThat(links.visits(client.account(), message)).hasSize(1);
        assertThat(links.forget(client.account(), List.of(message))).isEqualTo(2);
        assertThat(links.visits(client.account(), message)).isEmpty();
        assertThat(get(code)).hasStatus(302);
        await().until(() -> followed().clicks() == 2);
        assertThat(links.visits(client.account(), message)).isEmpty();
        assertThat(followed().people()).isEqualTo(1);
    }

    @Test
    void aClickThatComesWhileAPersonIsBeingForgottenIsNobodys() {
        String code = code(new Target.Page(PAGE));
        Following.Link link =
                ((Following.Way.To) context.getBean(Following.class).of(code)).link();
        Transactions transactions = context.getBean(Transactions.class);
        ClickStore store = context.getBean(ClickStore.class);
        CompletableFuture<List<ClickStore.First>> click = transactions.call(() -> {
            links.forget(client.account(), List.of(message));
            CompletableFuture<List<ClickStore.First>> meanwhile =
                    CompletableFuture.supplyAsync(() -> transactions.call(() -> store.count(List.of(
                            link.by(Device.PHONE, context.getBean(Clock.class).instant())))));
            await().until(() -> meanwhile.isDone() || waits());
            return meanwhile;
        });
        assertThat(click.join()).isEmpty();
        assertThat(links.visits(client.account(), message)).isEmpty();
    }

    /** Whether a click waits for those who forget. */
    private boolean waits() {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity
                         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR SHARE OF k%'
                           AND pid <> pg_backend_pid()""").query(Long.class).single() > 0;
    }

    @Test
    void tellsAPersonWhatTheyFollowedAndForgetsIt() {
        String code = code(new Target.Page(PAGE));
        get(code).exchange();
        await().until(() -> followed().clicks() == 1);
        PersonalData messages = context.getBeansOfType(PersonalData.class).values().stream()
                .filter(it -> it.place().equals("pipeline.messages"))
                .findFirst()
                .orElseThrow();
        assertThat(messages.tell(client.account(), phone, null, 10).items())
                .filteredOn(told -> told.what().equals("click"))
                .singleElement()
                .satisfies(told -> assertThat(told.json()).contains(message.toString(), PAGE, "phone"));
        assertThat(facts()).isEqualTo(1);

        PersonalData.People person = new PersonalData.People(Set.of(phone));
        PersonalData.Step step =
                context.getBean(Transactions.class).call(() -> messages.erase(client.account(), person, null));
        assertThat(step.next()).isNull();
        assertThat(facts()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM pipeline.message_mark WHERE message = :id")
                        .param("id", message.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(links.visits(client.account(), message)).isEmpty();
        assertThat(followed().people()).isEqualTo(1);
    }

    @Test
    void aLinkThatHasHadItsTimeIsNobodysAnyMore() {
        String code = code(new Target.Page(PAGE));
        get(code).exchange();
        await().until(() -> followed().clicks() == 1);
        jdbc.sql("UPDATE links.block SET expires_at = created_at WHERE campaign = :campaign")
                .param("campaign", campaign.value())
                .update();
        // Others may have been at it before.
        context.getBean(ClickStore.class)
                .forgetExpired(context.getBean(Clock.class).instant(), 1_000);
        assertThat(links.visits(client.account(), message)).isEmpty();
        assertThat(followed().people()).isEqualTo(1);
    }
}
