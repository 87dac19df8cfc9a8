import type { XmlElement } from '../docx/package/element.ts';
import { type EdgeCell, type EdgeRow, tableOfEdges } from '../docx/table/edges.ts';
import type { MetRow } from '../docx/table/nesting.ts';
import type { Control } from './tokens.ts';

interface CellShape {
  right: number;
  vertical: EdgeCell['vertical'];
  isMergedLeft: boolean;
}

export interface RowShape {
  left: number;
  isHeader: boolean;
  isRuled: boolean;
  cells: CellShape[];
}

/** Rows of which nothing is said: cells of one width. */
const USUAL_WIDTH = 1_440;
const LINE = /^brdr(?:s|th|db|dot|dash|dashd|dashdd|hair|triple|wavy|inset|outset|engrave|emboss|tnthsg|thtnsg)$/;

/** Collects what `\trowd … \cellx` says of the rows that follow, until the next `\trowd`. */
export class RowDefinition {
  #shape: RowShape = { left: 0, isHeader: false, isRuled: false, cells: [] };
  #cell: Omit<CellShape, 'right'> = { vertical: null, isMergedLeft: false };
  /** Whether a kind of line that is told next is one around a cell: paragraphs have lines as well. */
  #isCellLine = false;

  take({ word, value }: Control): void {
    switch (word) {
      case 'trowd':
        this.#shape = { left: 0, isHeader: false, isRuled: false, cells: [] };
        this.#cell = { vertical: null, isMergedLeft: false };
        break;
      case 'trleft':
        this.#shape.left = value ?? 0;
        break;
      case 'trhdr':
        this.#shape.isHeader = value !== 0;
        break;
      case 'clvmgf':
        this.#cell.vertical = 'restart';
        break;
      case 'clvmrg':
        this.#cell.vertical = 'continue';
        break;
      case 'clmrg':
        this.#cell.isMergedLeft = true;
        break;
      case 'cellx':
        this.#shape.cells.push({ right: value ?? 0, ...this.#cell });
        this.#cell = { vertical: null, isMergedLeft: false };
        break;
      default:
        if (/^(?:clbrdr[tlbr]|trbrdr[hv])$/.test(word)) this.#isCellLine = true;
        else if (/^brdr[tlbr]$|^box$|^trbrdr/.test(word)) this.#isCellLine = false;
        else if (LINE.test(word)) this.#shape.isRuled ||= this.#isCellLine;
    }
  }

  shape(): RowShape {
    return { ...this.#shape, cells: [...this.#shape.cells] };
  }
}

export function tableOfRows(rows: readonly MetRow<RowShape>[]): XmlElement {
  return tableOfEdges(
    rows.map(edgeRow),
    rows.some((row) => row.shape?.isRuled),
  );
}

function edgeRow({ cells, shape }: MetRow<RowShape>): EdgeRow {
  const left = shape?.left ?? 0;
  let right = left;
  return {
    left,
    isHeader: shape?.isHeader ?? false,
    cells: cells.map((content, i): EdgeCell => {
      const told = shape?.cells[i];
      right = told?.right ?? right + USUAL_WIDTH;
      return { right, content, vertical: told?.vertical ?? null, isMergedLeft: told?.isMergedLeft ?? false };
    }),
  };
}
