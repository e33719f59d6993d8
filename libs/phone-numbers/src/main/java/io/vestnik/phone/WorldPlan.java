package io.vestnik.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.vestnik.phone.ParseResult.Parsed;
import io.vestnik.phone.ParseResult.Reason;
import io.vestnik.phone.ParseResult.Refused;

/** The numbering plans of the world, by libphonenumber. */
final class WorldPlan {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    private WorldPlan() {}

    /** A number from bare digits: of any country after a plus, otherwise of the home country or with a forgotten plus. */
    static ParseResult parse(String digits, boolean plus, Country home) {
        if (plus) {
            return international(digits);
        }
        ParseResult own = national(digits, home);
        if (own instanceof Parsed || digits.length() < 10) {
            return own;
        }
        return international(digits) instanceof Parsed foreign ? foreign : own;
    }

    /** A number of the home country, with or without its code or trunk prefix, or dialled abroad from there. */
    static ParseResult national(String digits, Country home) {
        ParseResult result = ask(digits, home.code());
        boolean bare = digits.length() == 10 && PlanOfSeven.covers(home);
        // Without 8 or +7 a number is of the home country only, though Russia and Kazakhstan share the plan.
        if (bare && result instanceof Parsed parsed && !parsed.country().equals(home)) {
            return new Refused(Reason.NOT_VALID_FOR_COUNTRY);
        }
        return result;
    }

    /** A number that begins with a country code. */
    static ParseResult international(String digits) {
        return ask("+" + digits, "ZZ");
    }

    static String display(String digits) {
        try {
            return PLANS.format(PLANS.parse("+" + digits, "ZZ"), PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException _) {
            // A number may be sound and of no country (tests, new codes): its digits are then all there is to show.
            return "+" + digits;
        }
    }

    private static ParseResult ask(String written, String region) {
        Phonenumber.PhoneNumber number;
        try {
            number = PLANS.parse(written, region);
        } catch (NumberParseException refusal) {
            return new Refused(reason(refusal.getErrorType()));
        }
        String country = PLANS.getRegionCodeForNumber(number);
        if (country == null || !PLANS.isValidNumber(number)) {
            return new Refused(reason(PLANS.isPossibleNumberWithReason(number)));
        }
        String digits =
                PLANS.format(number, PhoneNumberUtil.PhoneNumberFormat.E164).substring(1);
        if (digits.length() < PhoneNumber.FEWEST || digits.length() > PhoneNumber.MOST) {
            return new Refused(digits.length() < PhoneNumber.FEWEST ? Reason.TOO_SHORT : Reason.TOO_LONG);
        }
        // "001" and its like are networks without a land, satellites: the code is no country of ISO 3166.
        return country.length() == 2
                ? new Parsed(new PhoneNumber(digits), kind(number), new Country(country))
                : new Refused(Reason.NOT_VALID_FOR_COUNTRY);
    }

    private static Kind kind(Phonenumber.PhoneNumber number) {
        return switch (PLANS.getNumberType(number)) {
            case MOBILE, FIXED_LINE_OR_MOBILE -> Kind.MOBILE;
            case FIXED_LINE -> Kind.FIXED;
            case TOLL_FREE, PREMIUM_RATE, SHARED_COST, VOIP, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL, UNKNOWN ->
                Kind.OTHER;
        };
    }

    private static Reason reason(NumberParseException.ErrorType type) {
        return switch (type) {
            case INVALID_COUNTRY_CODE -> Reason.UNKNOWN_COUNTRY_CODE;
            case NOT_A_NUMBER -> Reason.NOT_A_NUMBER;
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Reason.TOO_SHORT;
            case TOO_LONG -> Reason.TOO_LONG;
        };
    }

    private static Reason reason(PhoneNumberUtil.ValidationResult result) {
        return switch (result) {
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> Reason.TOO_SHORT;
            case TOO_LONG -> Reason.TOO_LONG;
            case INVALID_COUNTRY_CODE -> Reason.UNKNOWN_COUNTRY_CODE;
            case IS_POSSIBLE, INVALID_LENGTH -> Reason.NOT_VALID_FOR_COUNTRY;
        };
    }
}
