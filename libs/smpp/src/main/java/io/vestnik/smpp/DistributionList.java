package io.vestnik.smpp;

/** The name of a distribution list at the SMSC, 1 to 20 ASCII characters (SMPP 3.4 §5.2.27). */
public record DistributionList(String name) implements Destination {
    public DistributionList {
        Fields.text(name, 20, "dl_name");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("dl_name is empty");
        }
    }
}
