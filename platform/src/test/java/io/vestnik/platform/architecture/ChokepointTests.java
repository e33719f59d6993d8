package io.vestnik.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Where customers' data could leak from one account to another, there is one narrow way, and these keep it narrow. */
@AnalyzeClasses(packages = "io.vestnik.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ChokepointTests {

    private static final String HOUSE = "io.vestnik.platform.";
    private static final String COMPONENT = "org.springframework.stereotype.Component";
    private static final String HANDLER = "org.springframework.web.bind.annotation.RequestMapping";
    private static final String RIGHT = "org.springframework.security.access.prepost.PreAuthorize";

    /** Contracts whose every method is about the data of one account. */
    private static final Set<String> ABOUT_ONE_ACCOUNT = Set.of(
            HOUSE + "accounts.UserNames",
            HOUSE + "billing.AccountMovements",
            HOUSE + "billing.Wallets",
            HOUSE + "contacts.BulkContacts",
            HOUSE + "contacts.Consents",
            HOUSE + "contacts.ContactCards",
            HOUSE + "contacts.Contacts",
            HOUSE + "contacts.Erasures",
            HOUSE + "contacts.Gathering",
            HOUSE + "contacts.Groups",
            HOUSE + "contacts.Stops",
            HOUSE + "contacts.WritingRules",
            HOUSE + "campaigns.Campaigns",
            HOUSE + "campaigns.Labels",
            HOUSE + "campaigns.ToGroup",
            HOUSE + "campaigns.Trials",
            HOUSE + "files.Files",
            HOUSE + "jobs.Jobs",
            HOUSE + "links.Links",
            HOUSE + "senders.OperatorTexts",
            HOUSE + "senders.SenderCodes",
            HOUSE + "senders.SenderNames",
            HOUSE + "senders.SenderPapers",
            HOUSE + "senders.Senders",
            HOUSE + "tariffs.Tariffs",
            HOUSE + "texts.Texts",
            HOUSE + "pipeline.Estimates",
            HOUSE + "pipeline.InboundNumbers",
            HOUSE + "pipeline.Inbox",
            HOUSE + "pipeline.Pipeline",
            HOUSE + "pipeline.Recall",
            HOUSE + "pipeline.StepSearch",
            HOUSE + "pipeline.SendingRules",
            HOUSE + "pipeline.Timelines",
            HOUSE + "promo.Joins",
            HOUSE + "promo.PromoCodes",
            HOUSE + "promo.Till",
            HOUSE + "statistics.Statistics",
            HOUSE + "statistics.StatisticsTable",
            HOUSE + "webhooks.Webhooks");

    private static final String JDBC = "org.springframework.jdbc.";

    /** The store's own machinery, and reference data that all share. */
    private static final DescribedPredicate<JavaClass> NOBODYS_DATA =
            JavaClass.Predicates.resideInAnyPackage(HOUSE + "store..", HOUSE + "numbering..", HOUSE + "routes..");

    private static final String[] CUSTOMERS_DATA = {
        HOUSE + "contacts..",
        HOUSE + "campaigns..",
        HOUSE + "files..",
        HOUSE + "jobs..",
        HOUSE + "senders..",
        HOUSE + "pipeline..",
        HOUSE + "promo.domain..",
        HOUSE + "webhooks.domain.."
    };

    @ArchTest
    static final ArchRule contractsNameTheAccount = methods()
            .that()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are about one account", it -> ABOUT_ONE_ACCOUNT.contains(it.getName())))
            .and()
            .areNotStatic()
            .should(nameAnAccount())
            .because("a query without an account answers with somebody else's data one day");

    @ArchTest
    static final ArchRule doorsAskInTheNameOfAnAccount = classes()
            .that()
            .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
            .should(nameAnAccountWhenTheyAskForCustomersData())
            .because("an id from an address proves nothing about who asks");

    @ArchTest
    static final ArchRule everyHandlerSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(HANDLER)
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(HOUSE + "shell..")
            .should()
            .beAnnotatedWith(RIGHT)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(RIGHT)
            .allowEmptyShould(true)
            .because("a page without a right is open by mistake; an open one says permitAll()");

    @ArchTest
    static final ArchRule everyQueryNamesTheAccount = methods()
            .that(DescribedPredicate.describe("are how a store is asked", ChokepointTests::asksTheDatabase))
            .should(nameAnAccountOrSayWhyNot())
            .because("one forgotten condition shows one customer's data to another");

    /** What only calls others may take an account from where it has it; SQL may not. */
    private static boolean asksTheDatabase(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.PRIVATE)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !NOBODYS_DATA.test(method.getOwner())
                && holdsAConnection(method.getOwner())
                && reachesSql(method, new HashSet<>());
    }

    private static boolean holdsAConnection(JavaClass type) {
        return type.getAllFields().stream()
                .anyMatch(it -> it.getRawType().getName().startsWith(JDBC));
    }

    /** Through its own private methods too. */
    private static boolean reachesSql(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().startsWith(JDBC)
                                || reachesSqlInside(method.getOwner(), call, seen));
    }

    private static boolean reachesSqlInside(JavaClass owner, JavaMethodCall call, Set<JavaMethod> seen) {
        return call.getTargetOwner().equals(owner)
                && call.getTarget()
                        .resolveMember()
                        .filter(it -> reachesSql(it, seen))
                        .isPresent();
    }

    private static ArchCondition<JavaMethod> nameAnAccountOrSayWhyNot() {
        return new ArchCondition<>("name an account or say why not by @AcrossAccounts") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!namesAnAccount(method)
                        && !method.isAnnotatedWith(AcrossAccounts.class)
                        && !method.getOwner().isAnnotatedWith(AcrossAccounts.class)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names no account"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> nameAnAccount() {
        return new ArchCondition<>("name an account") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!namesAnAccount(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names no account"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> nameAnAccountWhenTheyAskForCustomersData() {
        DescribedPredicate<JavaClass> theirs = JavaClass.Predicates.resideInAnyPackage(CUSTOMERS_DATA);
        return new ArchCondition<>("name an account when they ask for customers' data") {
            @Override
            public void check(JavaClass door, ConditionEvents events) {
                door.getMethodCallsFromSelf().stream()
                        .filter(call -> theirs.test(call.getTargetOwner())
                                && !call.getTargetOwner().equals(door))
                        .filter(call -> isService(call.getTargetOwner()))
                        .filter(call -> asks(call))
                        .filter(call -> call.getTarget()
                                .resolveMember()
                                .filter(it -> !namesAnAccount(it))
                                .isPresent())
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
            }
        };
    }

    /** Not a value: an interface with behaviour, or a bean. */
    private static boolean isService(JavaClass type) {
        return type.isMetaAnnotatedWith(COMPONENT) || ABOUT_ONE_ACCOUNT.contains(type.getName());
    }

    /** A method without parameters tells something of the module itself. */
    private static boolean asks(JavaMethodCall call) {
        return !call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean namesAnAccount(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || method.getParameterTypes().stream()
                        .flatMap(it -> it.getAllInvolvedRawTypes().stream())
                        .anyMatch(it -> holdsAnAccount(it, 2));
    }

    /** The id itself, who asks, a job or a campaign of an account: anything of ours that carries the id. */
    private static boolean holdsAnAccount(JavaClass type, int depth) {
        if (type.isEquivalentTo(AccountId.class)) {
            return true;
        }
        return depth > 0
                && type.getPackageName().startsWith(HOUSE)
                && fields(type)
                        .anyMatch(field -> field.getType().getAllInvolvedRawTypes().stream()
                                .anyMatch(it -> holdsAnAccount(it, depth - 1)));
    }

    private static Stream<JavaField> fields(JavaClass type) {
        return type.getFields().stream().filter(it -> !it.getModifiers().contains(JavaModifier.STATIC));
    }
}
