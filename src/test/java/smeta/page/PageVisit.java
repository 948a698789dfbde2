package smeta.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One person at the page. At the end nothing may have been complained of in the console, and no other host been asked.
 */
final class PageVisit implements AutoCloseable {
    /** For a machine that has other work; nothing is measured with it. */
    private static final int PATIENCE = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE / 2);
    }

    final Page page;
    private final String home;
    private final BrowserContext context;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> strangers = new CopyOnWriteArrayList<>();
    private boolean failing;

    private PageVisit(String home, Browser.NewContextOptions options) {
        this.home = home;
        context = Chromium.get().newContext(options);
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean busy = message.text()
                    .contains("503"); // A service that is asked too much says so, and the page asks again.
            if ((message.type().equals("error") || message.type().equals("warning")) && !busy) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        String host = URI.create(home).getAuthority();
        page.onRequest(request -> {
            URI asked = URI.create(request.url().replaceFirst("[?#].*", ""));
            if (asked.getScheme().startsWith("http") && !host.equals(asked.getAuthority())) {
                strangers.add(request.url());
            }
        });
    }

    static Browser.NewContextOptions english() {
        return new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 900);
    }

    static PageVisit to(String home) {
        return to(home, "", english());
    }

    static PageVisit to(String home, String fragment, Browser.NewContextOptions options) {
        PageVisit visit = new PageVisit(home, options);
        visit.page.navigate(home + fragment);
        visit.settled();
        return visit;
    }

    /** The server is made to fail, which the browser writes to its console. */
    PageVisit failing() {
        failing = true;
        return this;
    }

    /** Waits until the table shows the answer to what was last changed. */
    PageVisit settled() {
        Locator.WaitForOptions there = new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
        page.locator("#footnote:not(:empty)").waitFor(there);
        page.locator("#table:not(.stale)").waitFor(there);
        return this;
    }

    PageVisit paste(String text) {
        page.waitForResponse(answer -> answer.url().contains("/v1/estimates"), () -> page.fill("#prompt", text));
        return settled();
    }

    /** Does something that leads to another estimate, and waits for it. */
    PageVisit estimated(Runnable action) {
        page.waitForResponse(answer -> answer.url().contains("/v1/estimates"), action);
        return settled();
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    String text(String selector) {
        return page.locator(selector).first().innerText().strip();
    }

    PageVisit openBill(String model) {
        at("tr[data-id='" + model + "'] .name").click();
        at("#bill-lines").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertThat(strangers).as("requests to other hosts than " + home).isEmpty();
        if (!failing) {
            assertThat(complaints).as("console").isEmpty();
        }
    }
}
