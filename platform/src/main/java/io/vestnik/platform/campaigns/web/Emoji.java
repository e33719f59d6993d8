package io.vestnik.platform.campaigns.web;

import java.util.Arrays;
import java.util.List;

/** Common pictures to put into a text, by what they are about; each is one character of Unicode, so a deletion takes it whole. */
final class Emoji {
    /** All of them, in the order in which they are offered. */
    static final List<Group> GROUPS = List.of(
            group("faces", "😀 😃 😄 😁 😊 🙂 😉 😍 🥰 😘 😎 🤩 🤗 🤔 😮 😂 🤣 😢 😭 😴 🤒 😷 🥳 😇"),
            group("hands", "👍 👎 👌 👏 🙌 🙏 🤝 💪 👋 👉 👇 👆"),
            group("feasts", "🎉 🎊 🎁 🎂 🎈 🎄 🎅 🎃 🥂 🍾 💐 🌹 🌷 🌸 🎓 🏆"),
            group("shopping", "🔥 💥 ⭐ 🌟 ✨ 💎 💰 💳 🛒 🏬 📦 🚚 🚀 🔔 📣 🎯 🏷 👕 👗 👟 👜 📱 💻 ⌚"),
            group("food", "🍕 🍔 🍣 🍰 🍩 🍦 🍓 🍎 ☕ 🍵 🍷 🍺"),
            group("signs", "✅ ❌ ❗ ❓ ⚡ ⏰ ⏳ 📅 📍 📞 ✉ 🔗 💙 💚 💛 💜 🖤 💔 💯 🆕 ☀ 🌙 ❄ ☔"));

    private Emoji() {}

    /** Pictures about one thing; its title is {@code campaigns.emoji.<name>}. */
    record Group(String name, List<String> pictures) {
        Group {
            pictures = List.copyOf(pictures);
        }
    }

    private static Group group(String name, String pictures) {
        return new Group(name, Arrays.asList(pictures.split(" ", -1)));
    }
}
