package io.vestnik.simulator;

/** What {@code --help} prints. */
final class Help {
    static final String TEXT = """
            A simulated mobile operator: an SMSC (SMPP 3.4) on 127.0.0.1 for those who have no contract yet.

            java -jar simulator.jar [--name=value | --name value]…

              --port 2776             of SMPP; 0 takes a free one
              --http-port 0           of its page; 0 takes a free one, none has no page
              --data DIR              where it keeps journal.tsv, and files smpp.port and http.port that tell the ports
              --journal FILE|none     the journal elsewhere, or none at all
              --durable no            yes: the journal is written before answers leave, and receipts that it promises
                                      are kept over a kill of this process
              --seed 1                all chances are drawn from it: same seed, same messages, same fates
              --user NAME:PASSWORD    who may bind, as often as needed; without it anybody may
              --window 500            receipts that wait for their answer in one session
              --most-pending 500000   receipts kept at most; beyond, submits are refused with ESME_RMSGQFUL

            What becomes of messages; all of these can be changed on the page while it runs:
              --delivered 92          percent; when it is not given, whatever the others leave
              --undelivered 5  --expired 3  --rejected 0  --unknown 0
                                      percent; for what is left of 100 no receipt ever comes
              --receipt-delay 50-500  milliseconds from the submit to its receipt
              --answer-delay 0-0      milliseconds from the submit to its answer
              --error STATUS=PERCENT  answers that refuse, such as 0x45=1.5; as often as needed, or with commas
              --throttle 0            submits a second of one system id; beyond, ESME_RTHROTTLED
              --silent 0              percent of submits that are taken and never answered
              --reorder 0             percent of answers that later ones overtake
              --overtake 0            percent of receipts that come before the answer
              --ids decimal           or hex, or mixed: hexadecimal in answers, decimal in receipts
              --inbound 0             messages a second that people write
            """;

    private Help() {}
}
