package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Destination;
import io.vestnik.smpp.DistributionList;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.SubmitMulti;
import io.vestnik.smpp.SubmitMultiResp;
import io.vestnik.smpp.SubmitMultiResp.Unsuccessful;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Tlvs;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes a message for each destination of a submit_multi; all of them are known to the program by one id. */
@Component
class MultiDesk {
    private final Pipeline pipeline;
    private final SubmitReading reading;
    private final Answering answering;
    private final Overwriting overwriting;

    MultiDesk(Pipeline pipeline, SubmitReading reading, Answering answering, Overwriting overwriting) {
        this.pipeline = pipeline;
        this.reading = reading;
        this.answering = answering;
        this.overwriting = overwriting;
    }

    /** How many messages a request counts for. */
    static int weight(Pdu.Request request) {
        return request instanceof SubmitMulti multi ? multi.destinations().size() : 1;
    }

    static int weight(List<Pdu.Request> requests) {
        int weight = 0;
        for (Pdu.Request request : requests) {
            weight += weight(request);
        }
        return weight;
    }

    /** The destinations that go to the path, and those that do not. */
    private static final class Sorted {
        private final List<Unsuccessful> refused = new ArrayList<>(0);
        private final List<Address> offered = new ArrayList<>();
        private final List<NewMessage> messages = new ArrayList<>();
    }

    /**
     * Takes one.
     *
     * @param granted destinations that the program's rate has room for, the first ones; the others are throttled
     */
    void take(Program program, SmppSession session, SubmitMulti multi, int granted) {
        Sorted sorted = sort(program, multi, granted);
        if (sorted.messages.isEmpty()) {
            answering.refuse(program, session, List.of(answer(multi, "", sorted.refused)));
            return;
        }
        long batch = program.answers().begin();
        long begun = System.nanoTime();
        int count = sorted.messages.size();
        List<MessageId> ids = pipeline.newIds(program.system().account(), count);
        // One message is known by its own id. Of several none may be taken for the whole.
        MultiId common = count == 1 ? new MultiId(ids.getFirst().value()) : MultiId.of(ids);
        List<NewMessage> messages = sorted.messages.stream()
                .map(one -> count == 1 ? one : under(common, one))
                .toList();
        pipeline.accept(messages, ids).whenComplete((accepted, failure) -> {
            int[] statuses = answering.statuses(count, accepted, failure);
            for (int i = 0; i < count; i++) {
                if (statuses[i] != CommandStatus.ESME_ROK) {
                    sorted.refused.add(new Unsuccessful(sorted.offered.get(i), statuses[i]));
                }
            }
            Pdu.Response answer = answer(multi, Long.toString(common.value()), sorted.refused);
            overwriting
                    .overwrite(Overwriting.Newer.of(messages, accepted, _ -> multi.replaceIfPresent() != 0))
                    .whenComplete((_, _) -> answering.close(program, session, batch, List.of(answer)));
            answering.took(count, begun);
        });
    }

    private Sorted sort(Program program, SubmitMulti multi, int granted) {
        Sorted sorted = new Sorted();
        int place = 0;
        for (Destination destination : multi.destinations()) {
            place++;
            switch (destination) {
                // There are no lists that a name stands for; the answer has room for an address only.
                case DistributionList(String name) ->
                    sorted.refused.add(new Unsuccessful(new Address(0, 0, name), CommandStatus.ESME_RINVDLNAME));
                case Address address -> {
                    if (place > granted) {
                        sorted.refused.add(new Unsuccessful(address, CommandStatus.ESME_RTHROTTLED));
                    } else {
                        switch (reading.read(program, single(multi, address))) {
                            case SubmitReading.Read.Message(NewMessage message) -> {
                                sorted.offered.add(address);
                                sorted.messages.add(message);
                            }
                            // A part has an id of its own for each destination, and the answer has room for one.
                            case SubmitReading.Read.Part _ ->
                                sorted.refused.add(new Unsuccessful(address, CommandStatus.ESME_RINVESMCLASS));
                            case SubmitReading.Read.Refused(int status) ->
                                sorted.refused.add(new Unsuccessful(address, status));
                        }
                    }
                }
            }
        }
        return sorted;
    }

    private static SubmitSm single(SubmitMulti multi, Address destination) {
        return new SubmitSm(
                multi.sequence(),
                multi.serviceType(),
                multi.source(),
                destination,
                multi.esmClass(),
                multi.protocolId(),
                multi.priority(),
                multi.scheduleDeliveryTime(),
                multi.validityPeriod(),
                multi.registeredDelivery(),
                multi.replaceIfPresent(),
                multi.dataCoding(),
                multi.defaultMessageId(),
                multi.shortMessage(),
                multi.tlvs());
    }

    private static NewMessage under(MultiId common, NewMessage message) {
        Feedback asked = message.feedback();
        return message.with(new Feedback(common.reference(), asked.callback(), asked.registered()));
    }

    /** Who was refused alone is named; where nobody was taken, the status says why if all were refused for one reason. */
    private static SubmitMultiResp answer(SubmitMulti multi, String id, List<Unsuccessful> refused) {
        if (refused.size() < multi.destinations().size()) {
            return new SubmitMultiResp(multi.sequence(), CommandStatus.ESME_ROK, id, refused, Tlvs.NONE);
        }
        int first = refused.getFirst().status();
        boolean same = refused.stream().allMatch(one -> one.status() == first);
        return new SubmitMultiResp(
                multi.sequence(), same ? first : CommandStatus.ESME_RSUBMITFAIL, "", refused, Tlvs.NONE);
    }
}
