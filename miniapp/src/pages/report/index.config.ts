export default definePageConfig({ navigationBarTitleText: '反映进度' })
