package io.vestnik.platform.store;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.tariffs.Tariffs;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** Stands in for contracts that have no implementation yet, so that a context starts; any use of one fails. */
final class AbsentModules implements BeanDefinitionRegistryPostProcessor {
    private static final List<Class<?>> CONTRACTS =
            List.of(Accounts.class, Audit.class, Tariffs.class, Contacts.class, Campaigns.class);

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) registry;
        for (Class<?> contract : CONTRACTS) {
            if (beans.getBeanNamesForType(contract, true, false).length == 0) {
                register(registry, contract);
            }
        }
    }

    private static <T> void register(BeanDefinitionRegistry registry, Class<T> contract) {
        RootBeanDefinition definition = new RootBeanDefinition(
                contract,
                () -> contract.cast(Proxy.newProxyInstance(
                        contract.getClassLoader(), new Class<?>[] {contract}, (_, method, arguments) -> {
                            if (method.getReturnType() == void.class) {
                                return null;
                            }
                            if (method.getName().equals("get") && arguments[0] instanceof AccountId id) {
                                return new Account(
                                        id, AccountKind.CLIENT, null, "absent", "RUB", ZoneOffset.UTC, "RU", true);
                            }
                            if (contract == Audit.class) {
                                return null; // nobody reads what was recorded
                            }
                            throw new IllegalStateException(
                                    contract.getSimpleName() + " is absent: " + method.getName());
                        })));
        registry.registerBeanDefinition("absent" + contract.getSimpleName(), definition);
    }
}
