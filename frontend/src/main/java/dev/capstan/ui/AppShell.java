package dev.capstan.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/** What every page starts with: theme, styles, push over WebSocket, icon. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://capstan/capstan.css")
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "capstan/icon.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("description", "Capability posture for fleets of AKS clusters");
        // Before anything is painted, so that a dark page never flashes white.
        settings.addInlineWithContents(Inline.Position.PREPEND, THEME_BEFORE_PAINT, Inline.Wrapping.JAVASCRIPT);
    }

    private static final String THEME_BEFORE_PAINT = """
            (() => {
              const chosen = /(?:^|; )capstan-theme=(light|dark)/.exec(document.cookie);
              document.documentElement.style.colorScheme = chosen ? chosen[1] : 'light dark';
            })();""";
}
