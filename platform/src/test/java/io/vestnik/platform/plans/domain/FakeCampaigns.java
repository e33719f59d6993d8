package io.vestnik.platform.plans.domain;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Campaigns that answer as they are told to, as far as plans ask them. */
final class FakeCampaigns {
    static final Money COST = Money.of("7.50");

    final Map<CampaignId, Draft> drafts = new HashMap<>();
    final Map<CampaignId, CampaignState> states = new HashMap<>();
    final List<CampaignId> confirmed = new ArrayList<>();
    /** What is wrong with every draft that is to be previewed. */
    final List<Fault> faults = new ArrayList<>();

    Confirmation answer = new Confirmation.Started(new CampaignId(1), Instant.EPOCH);
    long recipients = 3;
    private long last = 100;

    CampaignId draft(Draft draft) {
        CampaignId id = new CampaignId(++last);
        drafts.put(id, draft);
        states.put(id, CampaignState.DRAFT);
        return id;
    }

    /** The numbers of each campaign that was confirmed, in the order of confirming. */
    List<List<String>> greeted() {
        return confirmed.stream()
                .map(id -> Objects.requireNonNull(drafts.get(id)).audience().phones())
                .toList();
    }

    /** The audience of whatever is being counted is counted. */
    void count() {
        states.replaceAll((_, state) -> state == CampaignState.PREVIEWING ? CampaignState.PREVIEWED : state);
    }

    /** The contract may grow: what plans do not ask is not answered. */
    Campaigns contract() {
        return (Campaigns) Proxy.newProxyInstance(
                Campaigns.class.getClassLoader(),
                new Class<?>[] {Campaigns.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "find" -> find((AccountId) arguments[0], (CampaignId) arguments[1]);
                    case "save" -> new Saved.Kept(draft((Draft) arguments[3]), 1);
                    case "preview" -> preview((CampaignId) arguments[1]);
                    case "previewed" -> previewed((CampaignId) arguments[1]);
                    case "confirm" -> confirm((CampaignId) arguments[1]);
                    case "awaitPayment" ->
                        states.put((CampaignId) arguments[1], CampaignState.AWAITING_PAYMENT) != null;
                    case "delete" -> delete((CampaignId) arguments[1]);
                    default -> throw new AssertionError("Plans asked campaigns for " + method.getName());
                });
    }

    private Optional<Campaign> find(AccountId account, CampaignId id) {
        return Optional.ofNullable(drafts.get(id)).map(draft -> record(Campaign.class, told(account, id, draft)));
    }

    private Map<String, Object> told(AccountId account, CampaignId id, Draft draft) {
        Map<String, Object> told = new HashMap<>(Map.of(
                "id", id,
                "account", account,
                "state", states.getOrDefault(id, CampaignState.DRAFT),
                "version", 1,
                "draft", draft,
                "recipients", recipients,
                "cost", COST,
                "createdAt", Instant.EPOCH));
        if (confirmed.contains(id)) {
            told.put("confirmedAt", Instant.EPOCH);
        }
        return told;
    }

    private Saved preview(CampaignId id) {
        if (!faults.isEmpty()) {
            return new Saved.Refused(faults);
        }
        states.put(id, CampaignState.PREVIEWING);
        return new Saved.Kept(id, 1);
    }

    private Optional<Preview> previewed(CampaignId id) {
        return states.get(id) == CampaignState.PREVIEWED
                ? Optional.of(record(
                        Preview.class,
                        Map.of(
                                "number", 1,
                                "sender", "VESTNIK",
                                "recipients", recipients,
                                "parts", recipients,
                                "cost", COST,
                                "available", COST)))
                : Optional.empty();
    }

    /** A record with these values, and nothing in the rest of it: what plans do not look at is not told. */
    private static <T extends Record> T record(Class<T> type, Map<String, Object> values) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] all = Arrays.stream(parts)
                .map(part -> values.containsKey(part.getName()) ? values.get(part.getName()) : nothing(part.getType()))
                .toArray();
        try {
            Constructor<T> maker = type.getDeclaredConstructor(types);
            return maker.newInstance(all);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == boolean.class) {
            return false;
        }
        return type == List.class ? List.of() : type == Map.class ? Map.of() : null;
    }

    private boolean delete(CampaignId id) {
        boolean open = drafts.containsKey(id)
                && states.getOrDefault(id, CampaignState.DRAFT).isOpen();
        if (open) {
            drafts.remove(id);
            states.remove(id);
        }
        return open;
    }

    private Confirmation confirm(CampaignId id) {
        if (answer instanceof Confirmation.Started) {
            states.put(id, CampaignState.RUNNING);
            confirmed.add(id);
        }
        return answer;
    }
}
