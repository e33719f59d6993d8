package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.pipeline.ErrorWords;
import org.springframework.stereotype.Component;

@Component
class NetworkErrorWords implements ErrorWords {
    private final PathTexts texts;

    NetworkErrorWords(PathTexts texts) {
        this.texts = texts;
    }

    @Override
    public String words(String code, boolean receipt) {
        return code.isEmpty() ? texts.text("pipeline.error.untold") : texts.error(code, receipt);
    }

    @Override
    public String advice(String code, boolean receipt) {
        String number = code.replaceFirst("^0+(?=[0-9])", "");
        return texts.text("pipeline.advice." + (receipt ? ofReceipt(number) : ofAnswer(number)));
    }

    /** Codes of GSM networks as most of them put them into receipts. */
    private static String ofReceipt(String code) {
        return switch (code) {
            case "1", "5", "9" -> "number";
            case "6", "27", "31", "lifetime" -> "away";
            case "32" -> "memory";
            case "11", "12", "13", "21" -> "barred";
            case "34", "36" -> "network";
            default -> "other";
        };
    }

    /** command_status of SMPP 3.4 §5.1.3, and our own words. */
    private static String ofAnswer(String code) {
        return switch (code) {
            case "11", "80", "81" -> "number";
            case "10", "72", "73" -> "sender";
            case "1" -> "length";
            case "88" -> "speed";
            case "97", "98" -> "term";
            case "101", "102" -> "barred";
            case "8", "20", "69", "100", "254", "255", "network", "unknown" -> "network";
            case "lifetime" -> "waited";
            case "stopped" -> "stopped";
            case "virtual" -> "virtual";
            default -> "other";
        };
    }
}
