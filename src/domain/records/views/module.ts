import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { createView } from './operations/create-view.ts';
import { deleteView } from './operations/delete-view.ts';
import { listViews } from './operations/list-views.ts';
import { updateView } from './operations/update-view.ts';

export const viewsModule = defineModule({
  name: 'views',
  summary: 'Lists with their filters, kept under a name.',
  needs: [],
  operations: [listViews, createView, updateView, deleteView],
});
