package se.kulturlots.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** The SQL that requests have cost. */
public class Statements implements QueryExecutionListener {

	private final List<String> asked = new CopyOnWriteArrayList<>();

	DataSource watch(DataSource source) {
		return ProxyDataSourceBuilder.create(source).listener(this).build();
	}

	/**
	 * What the server asks the database while something is done.
	 * @param work for example opens a page
	 * @return the statements of requests alone, in their order
	 */
	public List<String> during(Runnable work) {
		this.asked.clear();
		work.run();
		return List.copyOf(this.asked);
	}

	@Override
	public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
	}

	@Override
	public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
		// the sender of mails and others work in threads of their own
		if (Thread.currentThread().getName().contains("-exec-")) {
			queries.forEach((query) -> this.asked.add(query.getQuery()));
		}
	}

}
