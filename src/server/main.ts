import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { nodeHost } from '../node/host.ts';
import { rulePages } from '../node/rule-pages.ts';
import { serve } from './serve.ts';

const connection = createConnection(ProposedFeatures.all);
const logger = {
  debug: (message: string) => connection.console.debug(message),
  info: (message: string) => connection.console.info(message),
  warn: (message: string) => connection.console.warn(message),
};
const programFolder = import.meta.dirname;
serve(connection, (trusted) => nodeHost({ logger, trusted, programFolder }), rulePages(programFolder));
connection.listen();
