import type { Command } from 'commander';
import { DomainError } from '../../core/errors.ts';
import type { MappedWorkbook } from '../../core/workbook/map-workbook.ts';
import { scaleIn } from '../../core/workbook/read-scale.ts';
import { caseFileOf, faultsOfWorkbook, readWorkbook } from '../../usecases/read-workbook.ts';
import { sayNaming } from '../../usecases/workbook-naming.ts';
import type { SaidNaming } from '../../usecases/workbook-naming.ts';
import { EXIT, Exit } from '../output.ts';
import type { Output } from '../output.ts';
import type { CommandPorts } from '../ports.ts';
import { refuseInput } from './input-faults.ts';

export type WorkbookCommandPorts = Pick<CommandPorts, 'output' | 'files' | 'spreadsheetReader'>;

type Options = {
  readonly sheet?: string;
  readonly columns?: string;
  readonly headingRow?: string;
  readonly sheetsAre?: string;
  readonly marksAre?: string;
  readonly scale?: string;
  readonly weightsAreShares?: boolean;
  readonly title?: string;
  readonly out?: string;
  readonly json?: boolean;
};

export const addWorkbook = (
  program: Command,
  { output, files, spreadsheetReader }: WorkbookCommandPorts,
): void => {
  program
    .command('workbook')
    .argument('<file>', 'a scoring workbook or a questionnaire, .xlsx or .csv')
    .option('--sheet <name>', 'the sheet to read')
    .option('--columns <list>', 'what columns are: criterion=A,weight=B,mark=C,mark=E,reason=D,none=F')
    .option('--heading-row <n>', 'the row that holds the headings, from 1')
    .option(
      '--sheets-are <what>',
      "'bidders' or 'assessors' where each sheet is one, 'neither' for one sheet alone",
    )
    .option('--marks-are <what>', "what the columns of marks are named after: 'bidders' or 'assessors'")
    .option('--scale <ends>', 'lowest and highest mark where the workbook does not say, such as 0-5')
    .option('--weights-are-shares', 'take weights that do not sum to 100 as shares of their sum')
    .option('--title <text>', 'what the case is called')
    .option('--out <file>', 'write the case here, for evaluate and report; of a questionnaire, the rubric')
    .option('--json', 'for machines')
    .description('say what a spreadsheet holds, name every bad cell, and make a case file of it')
    .action(async (file: string, options: Options) => {
      const said = saidBy(output, options);
      const mapped = await read(output, { files, spreadsheetReader }, file, said);
      const faults = faultsOfWorkbook(file, mapped);
      if (faults.length > 0) refuseInput(output, faults);
      if (options.out !== undefined) await files.write(options.out, bytesOf(output, mapped, file));
      output.result(options.json ? JSON.stringify(asJson(mapped), null, 2) : asText(mapped));
      if (options.out !== undefined) output.message(`Written: ${options.out}`);
    });
};

const read = async (
  output: Output,
  { files, spreadsheetReader }: Omit<WorkbookCommandPorts, 'output'>,
  file: string,
  said: SaidNaming,
): Promise<MappedWorkbook> => {
  const fileName = file.replace(/^.*[/\\]/, '');
  const bytes = await files.read(file);
  try {
    return readWorkbook({ sheets: await spreadsheetReader.load(bytes, fileName), fileName }, said);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { line } = error.evidence;
    if (typeof line === 'number')
      return refuseInput(output, [{ path: `${file}:${line}`, message: error.detail }]);
    const naming = error.faults.filter(({ path }) => FLAGS.some(({ start }) => path.startsWith(start)));
    return refuseInput(
      output,
      naming.length > 0
        ? naming.map(({ path, message }) => ({ path: flagOf(path), message }))
        : [{ path: file, message: error.detail }],
    );
  }
};

const FLAGS = [
  { start: '/columns', flag: '--columns' },
  { start: '/headingRow', flag: '--heading-row' },
  { start: '/sheetsAre', flag: '--sheets-are' },
  { start: '/marksAre', flag: '--marks-are' },
  { start: '/lowest', flag: '--scale' },
  { start: '/highest', flag: '--scale' },
] as const;

const flagOf = (path: string): string => FLAGS.find(({ start }) => path.startsWith(start))?.flag ?? path;

const saidBy = (output: Output, options: Options): SaidNaming => {
  const { sheet, sheetsAre, marksAre, title, headingRow, weightsAreShares } = options;
  const ends = options.scale === undefined ? undefined : scaleIn(options.scale);
  if (ends === null) {
    output.message(`--scale: '${options.scale}' does not name both ends. Write them as 0-5.`);
    throw new Exit(EXIT.usage);
  }
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(sheetsAre === undefined ? {} : { sheetsAre }),
    ...(marksAre === undefined ? {} : { marksAre }),
    ...(title === undefined ? {} : { title }),
    ...(headingRow === undefined ? {} : { headingRow: Number(headingRow) }),
    ...(weightsAreShares ? { weightsAreShares } : {}),
    ...(options.columns === undefined ? {} : { columns: columnsOf(output, options.columns) }),
    ...(ends ?? {}),
  };
};

/** 'criterion=A,mark=C,mark=E' by letter. */
const columnsOf = (output: Output, list: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    list.split(',').map((part) => {
      const [, role, letter] = /^\s*([a-z]+)\s*=\s*([A-Za-z]{1,3})\s*$/.exec(part) ?? [];
      if (role && letter) return [letter.toUpperCase(), role];
      output.message(`--columns: '${part}' is not a role and a column. Write it as weight=B.`);
      throw new Exit(EXIT.usage);
    }),
  );

const bytesOf = (output: Output, { given, rubric }: MappedWorkbook, file: string): Uint8Array => {
  if (given) return caseFileOf(given);
  if (rubric) return new TextEncoder().encode(`${JSON.stringify(rubric, null, 2)}\n`);
  return refuseInput(output, [
    { path: file, message: 'holds neither marks nor questions, so there is nothing to write.' },
  ]);
};

const asJson = ({ naming, understood, bidders, given, rubric }: MappedWorkbook): object => ({
  ...{ understood, naming: sayNaming(naming), bidders },
  ...(given ? { case: given } : { rubric }),
});

const asText = ({ naming, understood, given, rubric }: MappedWorkbook): string => {
  const { sheets, headingRow, columns } = sayNaming(naming);
  return [
    understood.summary,
    '',
    `Sheet ${sheets.join(', ')}, headings in row ${headingRow}:`,
    ...Object.entries(columns).map(([letter, { role, heading, bidder, assessor }]) =>
      [`  ${letter}  ${role}`, heading, bidder && `bidder ${bidder}`, assessor && `assessor ${assessor}`]
        .filter(Boolean)
        .join(' · '),
    ),
    ...(understood.notes.length > 0 ? ['', ...understood.notes] : []),
    ...(given || !rubric
      ? []
      : ['', 'There are no marks; with --out the questions are written as a rubric.']),
  ].join('\n');
};
